using System.Globalization;
using System.Text;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Microsoft.Extensions.DependencyInjection;

namespace Camunda.ExternalTask.Compiler.Benchmarks;

/// <summary>A program with many handlers, each with an input, an output and a BPMN error, and with many models.</summary>
internal sealed class LargeProgram
{
    private static readonly CSharpParseOptions Options = new(LanguageVersion.Latest);

    private readonly int _handlers;

    public LargeProgram(int handlers, int models)
    {
        _handlers = handlers;
        Models = [.. Enumerable.Range(0, models).Select(index => new ModelText($"/models/process{index}.bpmn", Model(index, 0)))];
        var trees = Enumerable.Range(0, handlers).Select(index => Parse(Handler(index, TopicOf(index, models)), $"Handler{index}.cs"))
            .Append(Parse("class Unrelated { int A() => 0; }", "Unrelated.cs"))
            .Append(Parse("global using System; global using System.Threading; global using System.Threading.Tasks; global using Camunda.ExternalTask;", "Usings.cs"));
        Compilation = CSharpCompilation.Create(
            "Large",
            trees,
            [
                .. Net100.References.All,
                MetadataReference.CreateFromFile(typeof(FetchedTask).Assembly.Location),
                MetadataReference.CreateFromFile(typeof(ServiceProviderServiceExtensions).Assembly.Location),
            ],
            new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
    }

    public CSharpCompilation Compilation { get; }

    public IReadOnlyList<ModelText> Models { get; }

    public static CSharpParseOptions ParseOptions => Options;

    /// <summary>The program after an edit of a file without handlers.</summary>
    public CSharpCompilation EditUnrelated(int round) => Replace(_handlers, $"class Unrelated {{ int A() => {round + 1}; }}");

    /// <summary>The program after an edit in the body of a handle method.</summary>
    public CSharpCompilation EditBody(int round) =>
        Replace(0, Handler(0, TopicOf(0, Models.Count)).Replace("input.Amount", $"input.Amount + {round + 1}", StringComparison.Ordinal));

    /// <summary>The first model after a shape was moved.</summary>
    public ModelText MoveShape(int round) => new(Models[0].Path, Model(0, round + 1));

    /// <summary>The program with topics that no model has.</summary>
    public CSharpCompilation WithUnknownTopics()
    {
        var compilation = Compilation;
        for (var index = 0; index < _handlers; index++)
        {
            var tree = Compilation.SyntaxTrees[index];
            compilation = compilation.ReplaceSyntaxTree(tree, Parse(Handler(index, $"unknown-{index}-topic"), tree.FilePath));
        }

        return compilation;
    }

    private static string TopicOf(int handler, int models) => $"topic-{handler % models}-{handler / models}";

    private static string Handler(int index, string topic) => $$"""
        namespace Large.Part{{index % 20}};

        [ExternalTaskHandler("{{topic}}", LockDuration = "PT1M", RetryCycle = "R3/PT30S")]
        public partial class Handler{{index}}(IServiceProvider services)
        {
            public async Task<TaskOutcome<Output{{index}}>> HandleAsync(Input{{index}} input, CancellationToken cancellationToken)
            {
                await Task.Delay(1, cancellationToken);
                return services is null ? new Declined{{index}}("no services") : new Output{{index}}(input.Amount, input.Customer);
            }
        }

        [TaskInput] public partial record Input{{index}}(string Customer, decimal Amount, int? Score = null, DateOnly? Day = null) { public string? Note { get; init; } }
        [TaskOutput] public partial record Output{{index}}(decimal Total, [property: Variable("buyer")] string Customer);
        [BpmnError("DECLINED_{{index}}")] public partial record Declined{{index}}(string Reason);
        """;

    private static string Model(int index, int x)
    {
        var tasks = new StringBuilder();
        var shapes = new StringBuilder();
        for (var task = 0; task < 5; task++)
        {
            tasks.Append(CultureInfo.InvariantCulture, $"""
                <serviceTask id="task{task}" name="Task {task}" camunda:type="external" camunda:topic="topic-{index}-{task}">
                  <incoming>f{task}</incoming><outgoing>f{task + 1}</outgoing>
                </serviceTask>
                <sequenceFlow id="f{task}" sourceRef="{(task == 0 ? "start" : $"task{task - 1}")}" targetRef="task{task}" />

                """);
            shapes.Append(CultureInfo.InvariantCulture, $"""
                <bpmndi:BPMNShape bpmnElement="task{task}"><dc:Bounds x="{x + (100 * task)}" y="80" width="100" height="80" /></bpmndi:BPMNShape>

                """);
        }

        return $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"
                         xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="large">
              <process id="process{index}" isExecutable="true" camunda:historyTimeToLive="P1D">
                <startEvent id="start" />
                {tasks}
                <endEvent id="end" /><sequenceFlow id="f5" sourceRef="task4" targetRef="end" />
              </process>
              <bpmndi:BPMNDiagram id="d"><bpmndi:BPMNPlane id="p" bpmnElement="process{index}">{shapes}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
            </definitions>
            """;
    }

    private static SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText(text, Options, path);

    private CSharpCompilation Replace(int index, string text)
    {
        var tree = Compilation.SyntaxTrees[index];
        return Compilation.ReplaceSyntaxTree(tree, Parse(text, tree.FilePath));
    }

    internal sealed class ModelText(string path, string text) : AdditionalText
    {
        private readonly SourceText _text = SourceText.From(text, Encoding.UTF8);

        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
    }
}
