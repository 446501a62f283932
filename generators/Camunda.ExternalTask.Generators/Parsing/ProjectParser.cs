using System.Threading;
using Camunda.ExternalTask.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Generators.Parsing;

/// <summary>Parses the properties of an assembly.</summary>
internal static class ProjectParser
{
    private const string EmbeddedAttributeName = "Microsoft.CodeAnalysis.EmbeddedAttribute";

    public static ProjectModel Parse(Compilation compilation, CancellationToken cancellationToken)
    {
        var method = KnownSymbols.Of(compilation) is { } symbols
            ? AssemblyAttributes.RegistrationMethod(new(symbols, null, cancellationToken))
            : null;
        return new(compilation.AssemblyName ?? "Assembly", method, compilation.Assembly.GetTypeByMetadataName(EmbeddedAttributeName) is not null);
    }
}
