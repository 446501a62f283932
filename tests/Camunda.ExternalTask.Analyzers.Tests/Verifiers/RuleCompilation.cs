using Basic.Reference.Assemblies;
using Camunda.ExternalTask.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Camunda.ExternalTask.Analyzers.Tests.Verifiers;

/// <summary>What every snippet is compiled with.</summary>
internal static class RuleCompilation
{
    public const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Text.Json;
        global using System.Text.Json.Serialization;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Camunda.ExternalTask;
        """;

    public static ReferenceAssemblies Framework { get; } = new("net10.0");

    public static IReadOnlyList<MetadataReference> References { get; } =
    [
        .. Net100.References.All,
        MetadataReference.CreateFromFile(typeof(ExternalTaskHandlerAttribute).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(FromKeyedServicesAttribute).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(IHealthChecksBuilder).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(HealthStatus).Assembly.Location),
        LoanLibrary.Reference,
    ];

    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.Latest);

    public static CompilationOptions CompilationOptions { get; } =
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);

    /// <summary>Every analyzer of the assembly.</summary>
    public static IReadOnlyList<DiagnosticAnalyzer> Analyzers { get; } =
    [
        .. typeof(DeclarationAnalyzer).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    /// <summary>Every rule of the assembly, in the order of the ids.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> Rules { get; } =
    [
        .. Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).OrderBy(rule => rule.Id, StringComparer.Ordinal),
    ];

    /// <summary>Rules that the test framework would switch on.</summary>
    public static IEnumerable<string> OffByDefault => Rules.Where(rule => !rule.IsEnabledByDefault).Select(rule => rule.Id);

    public static DiagnosticDescriptor Rule(string id) => Rules.Single(rule => rule.Id == id);
}
