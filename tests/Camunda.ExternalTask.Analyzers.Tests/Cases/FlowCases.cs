using Camunda.ExternalTask.Analyzers.Tests.Verifiers;
using Camunda.ExternalTask.Generators.Rules;

namespace Camunda.ExternalTask.Analyzers.Tests.Cases;

internal static class FlowCases
{
    private const string Next = """
        <serviceTask id="pack" name="Pack" camunda:type="external" camunda:topic="pack" />
        """;

    public static IReadOnlyList<RuleCase> All { get; } =
    [
        new(FlowRules.VariableMissing.Id, Charge("int Amount"), Charge("bool Approved"))
        {
            Model = ExampleModel.AfterCharge(Gateway("{|CET7007:${approved}|}")),
            NearMissModel = ExampleModel.AfterCharge(Gateway("${approved}")),
        },

        new(FlowRules.ConditionNotBoolean.Id, Charge("string Approved"), Charge("bool Approved"))
        {
            Model = ExampleModel.AfterCharge(Gateway("{|CET7008:${approved}|}")),
            NearMissModel = ExampleModel.AfterCharge(Gateway("${approved}")),
        },

        new(FlowRules.ConditionNull.Id, Charge("bool? Approved"), Charge("bool? Approved"))
        {
            Model = ExampleModel.AfterCharge(Gateway("{|CET7009:${approved}|}")),
            NearMissModel = ExampleModel.AfterCharge(Gateway("${approved == true}")),
        },

        new(FlowRules.NoFlow.Id, Charge("bool Approved"), Charge("bool Approved"))
        {
            Model = ExampleModel.AfterCharge(Gateway("${approved}", "{|CET7010:id=\"next\"|}")),
            NearMissModel = ExampleModel.AfterCharge(Gateway("${approved}")),
        },

        new(FlowRules.InputMissing.Id, Charge("int Amount") + Pack("{|CET7011:\"pack\"|}", "string Address"), Charge("int Amount") + Pack("\"pack\"", "string? Address"))
        {
            Model = ExampleModel.AfterCharge(Next.Replace("id=\"pack\"", "id=\"next\"")),
        },

        new(FlowRules.InputUnreadable.Id, Charge("bool Weight") + Pack("{|CET7012:\"pack\"|}", "int Weight"), Charge("int Weight") + Pack("\"pack\"", "long Weight"))
        {
            Model = ExampleModel.AfterCharge(Next.Replace("id=\"pack\"", "id=\"next\"")),
        },

        new(FlowRules.LocalOutputLost.Id, Charge("[property: Variable(Scope = VariableScope.Local)] int {|CET7013:Amount|}"), Charge("[property: Variable(Scope = VariableScope.Local)] int Amount"))
        {
            Model = ExampleModel.WithTask(),
            NearMissModel = ExampleModel.WithTask(content: ExampleModel.Input("name=\"card\"", """<camunda:outputParameter name="total">${amount}</camunda:outputParameter>""")),
        },

        new(FlowRules.ErrorVariableLost.Id, Declined("string {|CET7014:Reason|}"), Declined("string Reason"))
        {
            Model = ExampleModel.WithTask(content: ExampleModel.Input("name=\"reason\""), around: ExampleModel.Catching("errorRef=\"declined\"")),
            NearMissModel = ExampleModel.WithTask(content: ExampleModel.Input("name=\"other\""), around: ExampleModel.Catching("errorRef=\"declined\"")),
        },

        new(FlowRules.OutputOverwritten.Id, Charge("int {|CET7015:Amount|}"), Charge("int Amount"))
        {
            Model = ExampleModel.WithTask(content: """<multiInstanceLoopCharacteristics camunda:collection="cards" />"""),
            NearMissModel = ExampleModel.WithTask(content: """<multiInstanceLoopCharacteristics isSequential="true" camunda:collection="cards" />"""),
        },

        new(FlowRules.ExtensionPropertyMissing.Id, Endpoint("string {|CET7016:Endpoint|}"), Endpoint("string? Endpoint"))
        {
            Model = ExampleModel.WithTask(),
        },

        new(
            FlowRules.FilterExcludesModel.Id,
            Empty.Replace("\"charge\"", "{|CET7017:\"charge\"|}, ProcessDefinitionKey = \"orders\""),
            Empty.Replace("\"charge\"", "\"charge\", ProcessDefinitionKeyIn = [\"orders\", \"order\"]"))
        {
            Model = ExampleModel.WithTask(),
        },

        new(FlowRules.CaughtErrorNeverReported.Id, Empty, Declined("string Reason"))
        {
            Model = ExampleModel.WithTask(around: ExampleModel.Catching("errorRef=\"declined\"").Replace("id=\"catch\"", "{|CET7018:id=\"catch\"|}")),
            NearMissModel = ExampleModel.WithTask(around: ExampleModel.Catching("errorRef=\"declined\"")),
        },
    ];

    private const string Empty = """
        [ExternalTaskHandler("charge")]
        public partial class Charge
        {
            public void Handle() { }
        }
        """;

    private static string Declined(string properties) =>
        $$"""
        [ExternalTaskHandler("charge")]
        public partial class Charge
        {
            public TaskOutcome Handle() => TaskOutcome.Released();

            [BpmnError("DECLINED")] public partial record Declined({{properties}});
        }
        """;

    private static string Endpoint(string property) =>
        $$"""
        [ExternalTaskHandler("charge")]
        public partial class Charge
        {
            public void Handle(Payment input) { }

            [TaskInput] public partial record Payment([property: ExtensionProperty("endpoint")] {{property}});
        }
        """;

    private static string Charge(string properties) =>
        $$"""
        [ExternalTaskHandler("charge")]
        public partial class Charge
        {
            public async Task<Receipt> HandleAsync() => await Task.FromResult<Receipt>(null!);

            [TaskOutput] public partial record Receipt({{properties}});
        }
        """;

    private static string Pack(string topic, string properties) =>
        $$"""

        [ExternalTaskHandler({{topic}})]
        public partial class Pack
        {
            public void Handle(Parcel input) { }

            [TaskInput] public partial record Parcel({{properties}});
        }
        """;

    /// <summary>A gateway with a condition, and a default flow unless the attributes are given.</summary>
    private static string Gateway(string condition, string attributes = "id=\"next\" default=\"no\"") =>
        $"""
        <exclusiveGateway {attributes} />
        <sequenceFlow id="yes" sourceRef="next" targetRef="end"><conditionExpression>{condition}</conditionExpression></sequenceFlow>
        {(attributes.Contains("default") ? "<sequenceFlow id=\"no\" sourceRef=\"next\" targetRef=\"end\" />" : "")}
        <endEvent id="end" />
        """;
}
