using Camunda.ExternalTask.Analyzers.Tests.Verifiers;

namespace Camunda.ExternalTask.Analyzers.Tests.Models;

public class ErrorCatchingTests
{
    private const string Task = """<serviceTask id="charge" camunda:type="external" camunda:topic="charge" />""";

    public static TheoryData<string> Caught =>
    [
        ExampleModel.WithTask(around: ExampleModel.Catching("errorRef=\"declined\"")),
        ExampleModel.WithTask(around: ExampleModel.Catching("errorRef=\"any\"")),
        ExampleModel.WithTask(around: ExampleModel.Catching("")),
        ExampleModel.WithTask(around: ExampleModel.Catching("errorRef=\"DECLINED\"")),
        ExampleModel.WithTask(around: EventSubprocess("declined")),
        ExampleModel.Of($"""<subProcess id="payment">{Task}</subProcess>{ExampleModel.Catching("errorRef=\"declined\"", "payment")}"""),
        ExampleModel.Of($"""<subProcess id="outer"><subProcess id="inner">{Task}</subProcess>{EventSubprocess("declined")}</subProcess>"""),
        ExampleModel.WithTask(root: Caller("order", "declined")),
        ExampleModel.WithTask(root: Caller("${whichever}", "declined")),
        ExampleModel.Of($"""<subProcess id="outer">{Task}{EventSubprocess("expired")}</subProcess>{ExampleModel.Catching("errorRef=\"declined\"", "outer")}"""),
    ];

    public static TheoryData<string> NotCaught =>
    [
        ExampleModel.WithTask(),
        ExampleModel.WithTask(around: ExampleModel.Catching("errorRef=\"expired\"")),
        ExampleModel.WithTask(around: ExampleModel.Catching("errorRef=\"declined\"", "another")),
        ExampleModel.Of($"""{Task}<subProcess id="payment">{EventSubprocess("declined")}</subProcess>"""),
        ExampleModel.WithTask(root: Caller("order", "expired")),
        ExampleModel.WithTask(root: Caller("another", "declined")),
        ExampleModel.Of($"""{Task}<callActivity id="call" calledElement="order" />"""),
        ExampleModel.Of(EventSubprocess("declined", Task)),
        ExampleModel.WithTask(root: Caller("order", "declined") + Caller("order", "expired").Replace("\"caller\"", "\"other\"").Replace("\"call\"", "\"again\"").Replace("\"catch\"", "\"late\"")),
        ExampleModel.WithTask(root: Caller("order", "expired") + Caller("${whichever}", "declined").Replace("\"caller\"", "\"other\"").Replace("\"call\"", "\"again\"").Replace("\"catch\"", "\"late\"")),
    ];

    [Theory, MemberData(nameof(Caught))]
    public Task Is_silent_where_the_error_is_caught(string model) => RuleTest.RunAsync(Handler("\"DECLINED\""), model: model);

    [Theory, MemberData(nameof(NotCaught))]
    public Task Reports_an_error_that_is_caught_nowhere(string model) => RuleTest.RunAsync(Handler("{|CET7005:\"DECLINED\"|}"), model: model);

    [Fact]
    public Task Looks_at_the_processes_the_handler_is_for_only() => RuleTest.RunAsync(
        Handler("\"DECLINED\"").Replace("(\"charge\")", "({|CET7017:\"charge\"|}, ProcessDefinitionKey = \"another\")"),
        model: ExampleModel.WithTask());

    private static string Handler(string code) =>
        $$"""
        [ExternalTaskHandler("charge"), ReportsBpmnError({{code}})]
        public partial class Charge
        {
            public void Handle() { }
        }
        """;

    private static string EventSubprocess(string error, string content = "") =>
        $"""
        <subProcess id="handling" triggeredByEvent="true">
          <startEvent id="start"><errorEventDefinition errorRef="{error}" /></startEvent>
          {content}
        </subProcess>
        """;

    private static string Caller(string called, string error) =>
        $"""
        <process id="caller" isExecutable="true">
          <callActivity id="call" calledElement="{called}" />
          {ExampleModel.Catching($"errorRef=\"{error}\"", "call")}
        </process>
        """;
}
