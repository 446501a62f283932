using System.Threading;
using Camunda.ExternalTask.Generators.Emitting;
using Camunda.ExternalTask.Shared.Parsing;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Generators;

/// <summary>What the generated registration and constants take from the assembly.</summary>
/// <param name="AssemblyName">The assembly's name.</param>
/// <param name="RegistrationMethod">The name of a public registration method; null for the internal one.</param>
/// <param name="DeclaresEmbeddedAttribute">Whether the user or another generator declares the attribute that hides types from other assemblies.</param>
internal sealed record ProjectModel(string AssemblyName, string? RegistrationMethod, bool DeclaresEmbeddedAttribute)
{
    public static IncrementalValueProvider<ProjectModel> Provide(IncrementalGeneratorInitializationContext context) => context.CompilationProvider
        .Select(static (compilation, token) => Of(compilation, token))
        .WithTrackingName(TrackingNames.Project);

    private static ProjectModel Of(Compilation compilation, CancellationToken cancellationToken)
    {
        var method = KnownSymbols.Of(compilation) is { } symbols
            ? AssemblyAttributes.RegistrationMethod(new(symbols, null, cancellationToken))
            : null;
        return new(
            compilation.AssemblyName ?? "Assembly",
            method,
            compilation.Assembly.GetTypeByMetadataName(EmbeddedAttributeEmitter.MetadataName) is not null);
    }
}
