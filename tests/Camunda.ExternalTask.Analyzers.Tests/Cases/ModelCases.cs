using Camunda.ExternalTask.Analyzers.Tests.Verifiers;
using Camunda.ExternalTask.Generators.Rules;

namespace Camunda.ExternalTask.Analyzers.Tests.Cases;

internal static class ModelCases
{
    private const string ProcessNames = """
        [ProcessStart("loanApproval")] public partial record Application(int Amount);
        [Message("paid")] public partial record Paid([CorrelationKey] string Order);
        [Signal("closed")] public partial record Closed(string Reason);
        """;

    private const string ProcessModel = """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="shop">
          <message id="m" name="paid" /><signal id="s" name="closed" />
          <process id="loanApproval" isExecutable="true"><startEvent id="start" /></process>
        </definitions>
        """;

    private const string ChargeHandler = """
        [ExternalTaskHandler("charge")]
        public partial class Charge
        {
            public void Handle() { }
        }
        """;

    private const string Output = """
        [ExternalTaskHandler("charge")]
        public partial class Charge
        {
            public async Task<Receipt> HandleAsync() => new(await Task.FromResult(1));

            [TaskOutput] public partial record Receipt(int AMOUNT);
        }
        """;

    private const string Error = """
        [ExternalTaskHandler("charge")]
        public partial class Charge
        {
            public void Handle() { }

            [BpmnError("DECLINED")] public partial record Declined;
        }
        """;

    public static IReadOnlyList<RuleCase> All { get; } =
    [
        new(ModelRules.TopicMisspelled.Id, ChargeHandler.Replace("\"charge\"", "{|CET7001:\"Charge\"|}"), ChargeHandler)
        {
            Model = ExampleModel.WithTask(),
        },

        new(ModelRules.TopicInNoModel.Id, ChargeHandler.Replace("\"charge\"", "{|CET7002:\"refund\"|}"), ChargeHandler)
        {
            Model = ExampleModel.WithTask(),
        },

        new(ModelRules.ModelTaskWithoutHandler.Id, "", ChargeHandler)
        {
            Model = ExampleModel.WithTask("{|CET7003:camunda:topic=\"charge\"|}"),
            NearMissModel = ExampleModel.WithTask(),
        },

        new(ModelRules.OutputShadowed.Id, Output.Replace("AMOUNT", "{|CET7004:Amount|}"), Output.Replace("AMOUNT", "ChargedAmount"))
        {
            Model = ExampleModel.WithTask(content: ExampleModel.Input("name=\"amount\"")),
        },

        new(ModelRules.ErrorNotCaught.Id, Error.Replace("\"DECLINED\"", "{|CET7005:\"DECLINED\"|}"), Error)
        {
            Model = ExampleModel.WithTask(around: ExampleModel.Catching("errorRef=\"expired\"")),
            NearMissModel = ExampleModel.WithTask(around: ExampleModel.Catching("errorRef=\"declined\"")),
        },

        new(ModelRules.ModelUnreadable.Id, ChargeHandler, ChargeHandler)
        {
            Model = ExampleModel.WithTask("camunda:topic=\"charge\" {|CET7006:id=\"again\"|}"),
            NearMissModel = ExampleModel.WithTask(),
        },

        new(ModelRules.ProcessNameMisspelled.Id, ProcessNames.Replace("\"loanApproval\"", "{|CET7020:\"LoanApproval\"|}"), ProcessNames)
        {
            Model = ProcessModel,
        },

        new(
            ModelRules.ProcessNameInNoModel.Id,
            ProcessNames.Replace("\"loanApproval\"", "{|CET7021:\"order\"|}").Replace("\"paid\"", "{|CET7021:\"cancelled\"|}").Replace("\"closed\"", "{|CET7021:\"opened\"|}"),
            ProcessNames)
        {
            Model = ProcessModel,
        },
    ];
}
