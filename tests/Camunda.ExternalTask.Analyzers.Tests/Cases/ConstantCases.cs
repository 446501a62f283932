using Camunda.ExternalTask.Analyzers.Tests.Verifiers;
using Camunda.ExternalTask.Generators.Rules;

namespace Camunda.ExternalTask.Analyzers.Tests.Cases;

internal static class ConstantCases
{
    private const string Charge = """
        [ExternalTaskHandler(OrderBpmn.Topics.Charge)]
        public partial class Charge
        {
            public void Handle() { }
        }
        """;

    public static IReadOnlyList<RuleCase> All { get; } =
    [
        new(ConstantRules.ClassHasNoName.Id, "public class OrderBpmn;", "namespace Shop { public class OrderBpmn; }")
        {
            Model = ExampleModel.WithTask().Replace("<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"", "<{|CET7060:definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"|}"),
            NearMissModel = ExampleModel.WithTask(),
        },

        new(ConstantRules.ConstantUnknown.Id, Charge.Replace("Topics.Charge", "Topics.{|CET7061:Pay|}"), Charge)
        {
            Model = ExampleModel.WithTask(),
            WrittenByAnotherGenerator = "// Nothing.",
            NearMissCompiles = false,
        },
    ];
}
