using System.Threading;
using Camunda.ExternalTask.Shared.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Camunda.ExternalTask.Generators;

/// <summary>What the generated registration and constants take from project and assembly.</summary>
/// <param name="AssemblyName">The assembly's name.</param>
/// <param name="RootNamespace">The project's root namespace; the assembly's name where it is not told. Made a C# name.</param>
/// <param name="RegistrationMethod">The name of a public registration method; null for the internal one.</param>
internal sealed record ProjectModel(string AssemblyName, string RootNamespace, string? RegistrationMethod)
{
    public static IncrementalValueProvider<ProjectModel> Provide(IncrementalGeneratorInitializationContext context)
    {
        var rootNamespace = context.AnalyzerConfigOptionsProvider.Select(static (options, _) => RootNamespaceOf(options));
        var assembly = context.CompilationProvider.Select(static (compilation, token) => AssemblyOf(compilation, token));
        return assembly
            .Combine(rootNamespace)
            .Select(static (pair, _) => new ProjectModel(pair.Left.Name, Names.Namespace(pair.Right ?? pair.Left.Name), pair.Left.Method))
            .WithTrackingName(TrackingNames.Project);
    }

    private static string? RootNamespaceOf(AnalyzerConfigOptionsProvider options) =>
        options.GlobalOptions.TryGetValue("build_property.RootNamespace", out var name) && !string.IsNullOrWhiteSpace(name) ? name : null;

    private static (string Name, string? Method) AssemblyOf(Compilation compilation, CancellationToken cancellationToken)
    {
        var method = KnownSymbols.Of(compilation) is { } symbols
            ? AssemblyAttributes.RegistrationMethod(new(symbols, null, cancellationToken))
            : null;
        return (compilation.AssemblyName ?? "Assembly", method);
    }
}
