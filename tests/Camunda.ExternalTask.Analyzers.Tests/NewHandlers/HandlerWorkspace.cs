using System.Collections.Immutable;
using Camunda.ExternalTask.Analyzers.Tests.Verifiers;
using Camunda.ExternalTask.CodeFixes.NewHandlers;
using Camunda.ExternalTask.Generators.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Camunda.ExternalTask.Analyzers.Tests.NewHandlers;

/// <summary>A project with a model, in a workspace that runs the generator.</summary>
internal sealed class HandlerWorkspace : IDisposable
{
    private readonly AdhocWorkspace _workspace = new();

    public HandlerWorkspace(string model, string? code = null, string usings = RuleCompilation.Usings, bool hasGenerator = true)
    {
        var id = ProjectId.CreateNewId();
        var project = _workspace.AddProject(ProjectInfo.Create(
            id, VersionStamp.Default, "Shop", "Shop", LanguageNames.CSharp, filePath: "/shop/Shop.csproj",
            compilationOptions: RuleCompilation.CompilationOptions,
            parseOptions: RuleCompilation.ParseOptions,
            metadataReferences: RuleCompilation.References,
            analyzerReferences: hasGenerator ? [new GeneratorReference()] : []).WithDefaultNamespace("Shop"));
        project = project.AddDocument("Usings.cs", usings, filePath: "/shop/Usings.cs").Project;
        project = project.AddAdditionalDocument("order.bpmn", model, filePath: "/shop/order.bpmn").Project;
        Project = code is null ? project : project.AddDocument("Code.cs", code, ["Work"], "/shop/Work/Code.cs").Project;
    }

    public Project Project { get; }

    /// <summary>The project after a handler was added.</summary>
    public async Task<Project> AddAsync(string topic, Project? before = null)
    {
        var token = TestContext.Current.CancellationToken;
        before ??= Project;
        var tasks = await ProjectTasks.OfAsync(before, token);
        Assert.NotNull(tasks);
        Assert.True(tasks.LacksHandlerOf(topic));
        return (await NewHandlerDocument.AddAsync(tasks, topic, before.Documents.FirstOrDefault(document => document.Name == "Code.cs"), token)).GetProject(before.Id)!;
    }

    /// <summary>The text of the document that a change has added.</summary>
    public async Task<string> AddedAsync(Project after) =>
        (await after.Documents.Single(document => Project.GetDocument(document.Id) is null).GetTextAsync(TestContext.Current.CancellationToken)).ToString();

    /// <summary>What the compiler, without hidden messages, and the rules that are on by default report.</summary>
    public static async Task<IReadOnlyList<string>> DiagnosticsAsync(Project project)
    {
        var token = TestContext.Current.CancellationToken;
        var texts = project.AdditionalDocuments.Select(document => (AdditionalText)new ModelText(document.GetTextAsync(token).Result.ToString())).ToImmutableArray();
        var compilation = (CSharpCompilation)(await project.WithAnalyzerReferences([]).GetCompilationAsync(token))!;
        CSharpGeneratorDriver.Create([new ExternalTaskGenerator().AsSourceGenerator()], texts, RuleCompilation.ParseOptions)
            .RunGeneratorsAndUpdateCompilation(compilation, out var generated, out _, token);
        var rules = await generated.WithAnalyzers([.. RuleCompilation.Analyzers], new AnalyzerOptions(texts)).GetAnalyzerDiagnosticsAsync(token);
        return [.. generated.GetDiagnostics(token).Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Hidden).Concat(rules).Select(diagnostic => diagnostic.ToString())];
    }

    public void Dispose() => _workspace.Dispose();

    // The workspace looks up which reference a generator comes from, so there is only one instance.
    private sealed class GeneratorReference : AnalyzerReference
    {
        private readonly ImmutableArray<ISourceGenerator> _generators = [new ExternalTaskGenerator().AsSourceGenerator()];

        public override string? FullPath => null;

        public override object Id => nameof(GeneratorReference);

        public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzers(string language) => [];

        public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzersForAllLanguages() => [];

        public override ImmutableArray<ISourceGenerator> GetGenerators(string language) => _generators;

        public override ImmutableArray<ISourceGenerator> GetGeneratorsForAllLanguages() => _generators;
    }
}
