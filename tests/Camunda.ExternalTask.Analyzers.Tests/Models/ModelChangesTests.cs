using System.Text.RegularExpressions;
using Camunda.ExternalTask.Analyzers.Tests.NewHandlers;
using Camunda.ExternalTask.Analyzers.Tests.Verifiers;
using Camunda.ExternalTask.Bpmn;
using Camunda.ExternalTask.CodeFixes.Fixes;
using Camunda.ExternalTask.CodeFixes.ModelEdits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Camunda.ExternalTask.Analyzers.Tests.Models;

public class ModelChangesTests
{
    private const string Model = """
        <?xml version="1.0" encoding="UTF-8"?>
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:c="http://camunda.org/schema/1.0/bpmn"
            xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" targetNamespace="shop">
            <!-- <process> -->
            <bpmn:process id="order" isExecutable="true">
                <bpmn:startEvent id="start" />
                <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="charge" />
                <bpmn:serviceTask id="charge" name='a > b' c:type="external" c:topic="charge" />
                <bpmn:sequenceFlow id="f2" sourceRef="charge" targetRef="check" />
                <bpmn:exclusiveGateway id="check" />
                <bpmn:sequenceFlow id="f3" sourceRef="check" targetRef="end">
                    <bpmn:conditionExpression>${ok}</bpmn:conditionExpression>
                </bpmn:sequenceFlow>
                <bpmn:endEvent id="end" />
            </bpmn:process>
            <bpmndi:BPMNDiagram id="d"><bpmndi:BPMNPlane id="p" bpmnElement="order">
                <bpmndi:BPMNShape id="charge_di" bpmnElement="charge">
                    <dc:Bounds x="100" y="50" width="100" height="80" />
                </bpmndi:BPMNShape>
            </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
        </bpmn:definitions>
        """;

    private static readonly Dictionary<string, Action<ModelEditor>> Changes = new()
    {
        ["output parameter"] = editor => ModelChanges.AddOutputParameter(editor, editor.Find("charge")!, "amount"),
        ["error event"] = editor => ModelChanges.AddErrorEvent(editor, editor.Find("charge")!, "A<B"),
        ["default flow"] = editor => ModelChanges.SetDefaultFlow(editor, editor.Find("check")!, editor.Find("f3")!),
        ["time to live"] = editor => ModelChanges.SetHistoryTimeToLive(editor, editor.Find("order")!, "P180D"),
    };

    public static TheoryData<string, string> ChangesAndLineEnds => [.. Changes.Keys.SelectMany(change => new[] { (change, "\n"), (change, "\r\n") })];

    [Theory, MemberData(nameof(ChangesAndLineEnds))]
    public void The_result_is_readable_and_the_rest_is_unchanged(string change, string newLine)
    {
        var before = SourceText.From(Model.ReplaceLineEndings(newLine));
        var editor = ModelEditor.Of(before.ToString())!;

        Changes[change](editor);
        var after = before.WithChanges(editor.Changes).ToString();

        Assert.Empty(BpmnReader.Read(after).Problems);
        Assert.Equal(after, after.ReplaceLineEndings(newLine));
        Assert.All(editor.Changes, edit => Assert.True(edit.Span.Length < 150, edit.ToString()));
        Assert.All(after.Split(newLine), line => Assert.Equal(0, (line.Length - line.TrimStart(' ').Length) % 4));
    }

    [Fact]
    public void An_output_parameter_is_added_to_a_task()
    {
        var parameter = Assert.Single(NodeAfter("output parameter", "charge").Outputs);
        Assert.Equal(("amount", "${amount}"), (parameter.Name, parameter.Value.Text));
    }

    [Fact]
    public void An_output_parameter_is_added_to_existing_ones()
    {
        var model = ExampleModel.WithTask(content: ExampleModel.Input("name=\"amount\"", "<camunda:outputParameter name=\"a\">b</camunda:outputParameter>"));

        var outputs = BpmnReader.Read(Change(model, editor => ModelChanges.AddOutputParameter(editor, editor.Find("charge")!, "amount"))).AllNodes().Single().Outputs;

        Assert.Equal(["a", "amount"], outputs.Select(parameter => parameter.Name));
    }

    [Fact]
    public void An_error_event_catches_the_code_and_leads_to_an_end()
    {
        var text = Change(Model, Changes["error event"]);
        var model = BpmnReader.Read(text);

        var boundary = Assert.Single(model.AllNodes(), node => node.Kind == BpmnNodeKind.BoundaryEvent);
        Assert.Equal("charge", boundary.AttachedToRef);
        Assert.Equal("A<B", model.ErrorCodeOf(boundary.EventDefinitions.Single().Ref!.Value));
        var flow = Assert.Single(model.Processes.Single().Body.Flows, flow => flow.SourceRef == boundary.Id);
        Assert.Equal(BpmnNodeKind.EndEvent, model.AllNodes().Single(node => node.Id == flow.TargetRef).Kind);
        Assert.Contains("<dc:Bounds x=\"164\" y=\"112\" width=\"36\" height=\"36\" />", text, StringComparison.Ordinal);
        Assert.Equal(3, Regex.Count(text, "<bpmndi:BPMNShape "));
    }

    [Fact]
    public void An_existing_error_is_used()
    {
        var text = Change(ExampleModel.WithTask(), editor => ModelChanges.AddErrorEvent(editor, editor.Find("charge")!, "DECLINED"));
        Assert.Contains("errorRef=\"declined\"", text, StringComparison.Ordinal);
        Assert.Equal(3, BpmnReader.Read(text).Errors.Count());
    }

    [Fact]
    public void A_default_flow_has_no_condition()
    {
        Assert.Equal("f3", NodeAfter("default flow", "check").DefaultFlow);
        Assert.Contains("<bpmn:sequenceFlow id=\"f3\" sourceRef=\"check\" targetRef=\"end\" />", Change(Model, Changes["default flow"]), StringComparison.Ordinal);
    }

    [Fact]
    public void The_prefix_is_declared_if_the_file_has_none()
    {
        const string Plain = "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"><process id=\"order\" isExecutable=\"true\" /></definitions>";
        var process = BpmnReader.Read(Change(Plain, Changes["time to live"])).Processes.Single();
        Assert.Equal("P180D", process.HistoryTimeToLive?.Value);
    }

    [Theory, MemberData(nameof(ChangesAndLineEnds))]
    public async Task An_engine_deploys_the_result(string change, string newLine)
    {
        var url = Environment.GetEnvironmentVariable("CAMUNDA_REST_URL");
        Assert.SkipWhen(string.IsNullOrEmpty(url), "Set CAMUNDA_REST_URL to the REST API of an engine.");

        // The engine refuses a model without a time to live.
        var model = Changes.Keys.Where(other => other == change || other == "time to live").Aggregate(Model.ReplaceLineEndings(newLine), (text, other) => Change(text, Changes[other]));
        using var client = new HttpClient();
        using var content = new MultipartFormDataContent { { new StringContent("changes"), "deployment-name" }, { new StringContent(model), "data", "order.bpmn" } };

        using var response = await client.PostAsync(new Uri(url!.TrimEnd('/') + "/deployment/create"), content, TestContext.Current.CancellationToken);

        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("CET7005", "[ExternalTaskHandler(\"charge\")] public partial class Charge { public void Handle() { } [BpmnError(\"LOST\")] public partial record Lost; }")]
    [InlineData(
        "CET7004",
        "[ExternalTaskHandler(\"charge\")] public partial class Charge { public Output Handle() => new(\"\"); [TaskOutput] public partial record Output(string Amount); }")]
    public async Task The_fix_changes_the_model_so_that_the_rule_is_silent(string rule, string code)
    {
        using var workspace = new HandlerWorkspace(ExampleModel.WithTask(content: ExampleModel.Input("name=\"amount\"")), code, hasGenerator: false);
        var before = await DiagnosticsAsync(workspace.Project);
        var diagnostic = Assert.Single(before, found => found.Id == rule);
        var actions = new List<CodeAction>();

        await new ChangeModelCodeFix().RegisterCodeFixesAsync(new CodeFixContext(
            workspace.Project.GetDocument(diagnostic.Location.SourceTree)!, diagnostic, (action, _) => actions.Add(action), TestContext.Current.CancellationToken));
        var operation = Assert.Single((await Assert.Single(actions).GetOperationsAsync(TestContext.Current.CancellationToken)).OfType<ApplyChangesOperation>());

        Assert.DoesNotContain(await DiagnosticsAsync(operation.ChangedSolution.GetProject(workspace.Project.Id)!), found => found.Id == rule);
    }

    private static BpmnFlowNode NodeAfter(string change, string id) => BpmnReader.Read(Change(Model, Changes[change])).AllNodes().Single(node => node.Id == id);

    private static string Change(string model, Action<ModelEditor> change)
    {
        var editor = ModelEditor.Of(model)!;
        change(editor);
        return SourceText.From(model).WithChanges(editor.Changes).ToString();
    }

    private static async Task<IReadOnlyList<Diagnostic>> DiagnosticsAsync(Project project)
    {
        var token = TestContext.Current.CancellationToken;
        var compilation = (await project.GetCompilationAsync(token))!;
        return [.. await compilation.WithAnalyzers([.. RuleCompilation.Analyzers], project.AnalyzerOptions).GetAnalyzerDiagnosticsAsync(token)];
    }
}
