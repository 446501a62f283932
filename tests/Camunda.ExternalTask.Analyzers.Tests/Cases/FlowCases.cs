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
    ];

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
