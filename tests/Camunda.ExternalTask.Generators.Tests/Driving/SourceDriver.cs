using System.Reflection;
using Basic.Reference.Assemblies;
using Camunda.ExternalTask.Generators.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Camunda.ExternalTask.Generators.Tests.Driving;

/// <summary>Compiles sources as a user's project would, with the generator and the framework's JSON generator.</summary>
internal static class SourceDriver
{
    private static readonly MetadataReference[] References =
    [
        .. Net100.References.All,
        MetadataReference.CreateFromFile(typeof(FetchedTask).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(ServiceProviderServiceExtensions).Assembly.Location),
    ];

    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp12, DocumentationMode.Diagnose);

    /// <summary>The packages that workers build on, and a host, whether they come from packages or with a framework.</summary>
    public static IReadOnlyList<MetadataReference> Extensions { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => Path.GetFileName(path).StartsWith("Microsoft.Extensions.", StringComparison.Ordinal))
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    public static string ProjectDirectory { get; } = Metadata("ProjectDirectory");

    public static CSharpCompilation Compilation(params string[] sources) => Compilation(ParseOptions.LanguageVersion, sources);

    public static CSharpCompilation Compilation(LanguageVersion version, params string[] sources) => CSharpCompilation.Create(
        "Acme.Loan",
        sources.Select((source, index) => Parse(source, $"Source{index}.cs", version)),
        References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, warningLevel: 9999));

    public static SyntaxTree Parse(string source, string path = "Source0.cs", LanguageVersion version = LanguageVersion.CSharp12) =>
        CSharpSyntaxTree.ParseText(Usings + source, ParseOptions.WithLanguageVersion(version), path);

    /// <summary>The driver with the generator; the classes of the constants are set as a project sets them.</summary>
    public static GeneratorDriver Driver(params AdditionalText[] files) => CSharpGeneratorDriver.Create(
        [new ExternalTaskGenerator().AsSourceGenerator()],
        files,
        ParseOptions,
        new ItemMetadata(),
        new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    public static GeneratorRunResult Run(CSharpCompilation compilation, params AdditionalText[] files) =>
        Driver(files).RunGenerators(compilation, TestContext.Current.CancellationToken).GetRunResult().Results[0];

    public static GeneratorRunResult Run(string source, params AdditionalText[] files) => Run(Compilation(source), files);

    /// <summary>The compilation with what both generators add.</summary>
    public static Compilation Complete(CSharpCompilation compilation, params AdditionalText[] files) => Complete(compilation, LanguageVersion.CSharp12, files);

    public static Compilation Complete(CSharpCompilation compilation, LanguageVersion version, params AdditionalText[] files) =>
        Complete(compilation, version, [], files);

    /// <summary>The compilation with what both generators and others add.</summary>
    public static Compilation Complete(CSharpCompilation compilation, LanguageVersion version, IIncrementalGenerator[] others, AdditionalText[] files)
    {
        var driver = CSharpGeneratorDriver.Create(
            [new ExternalTaskGenerator().AsSourceGenerator(), .. JsonGenerators(), .. others.Select(static other => other.AsSourceGenerator())], files, ParseOptions.WithLanguageVersion(version));
        driver.RunGeneratorsAndUpdateCompilation(compilation, out var complete, out var diagnostics, TestContext.Current.CancellationToken);
        Assert.Empty(diagnostics);
        return complete;
    }

    /// <summary>The compilation with what only this generator adds.</summary>
    public static Compilation CompleteAlone(CSharpCompilation compilation, LanguageVersion version)
    {
        CSharpGeneratorDriver.Create([new ExternalTaskGenerator().AsSourceGenerator()], parseOptions: ParseOptions.WithLanguageVersion(version))
            .RunGeneratorsAndUpdateCompilation(compilation, out var complete, out var diagnostics, TestContext.Current.CancellationToken);
        Assert.Empty(diagnostics);
        return complete;
    }

    /// <summary>The compilation as another one refers to it.</summary>
    public static MetadataReference Emit(Compilation compilation)
    {
        using var stream = new MemoryStream();
        Assert.True(compilation.Emit(stream, cancellationToken: TestContext.Current.CancellationToken).Success);
        return MetadataReference.CreateFromImage(stream.ToArray());
    }

    /// <summary>Errors anywhere, and whatever the compiler has to say about generated code.</summary>
    public static IEnumerable<Diagnostic> Complaints(Compilation complete) => complete
        .GetDiagnostics(TestContext.Current.CancellationToken)
        .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error
            || (diagnostic.Severity != DiagnosticSeverity.Hidden && diagnostic.Location.SourceTree?.FilePath.Contains(nameof(ExternalTaskGenerator)) == true));

    private static IEnumerable<ISourceGenerator> JsonGenerators() =>
        new AnalyzerFileReference(Metadata("JsonGenerator"), Loader.Instance).GetGenerators(LanguageNames.CSharp);

    private static string Metadata(string key) => typeof(SourceDriver).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;

    /// <summary>The implicit usings of a project.</summary>
    public const string Usings = "global using System; global using System.Collections.Generic; global using System.Threading; global using System.Threading.Tasks;\n";

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public static Loader Instance { get; } = new();

        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
    }
}
