using Camunda.ExternalTask.Generators.Rules;

namespace Camunda.ExternalTask.Analyzers.Tests.Cases;

internal static class ErrorCases
{
    public static IReadOnlyList<RuleCase> All { get; } =
    [
        new(ErrorRules.ErrorCodeBlank.Id,
            """
            [BpmnError({|CET4001:""|})] public partial record Declined;
            """,
            """
            [BpmnError("DECLINED")] public partial record Declined;
            """),

        new(ErrorRules.ErrorNotRecord.Id,
            """
            [BpmnError("DECLINED")] public partial class {|CET4002:Declined|};
            """,
            """
            [BpmnError("DECLINED")] public sealed partial record class Declined;
            """),

        new(ErrorRules.ErrorBaseTypeForeign.Id,
            """
            public record Reason(string Text);

            [BpmnError("DECLINED")] public partial record {|CET4003:Declined|}(string Text) : Reason(Text);
            """,
            """
            [BpmnError("REFUSED")] public partial record Refused(string Text);

            [BpmnError("DECLINED")] public partial record Declined(string Text) : Refused(Text);
            """),

        new(ErrorRules.ReportedTypeNotError.Id,
            """
            [ExternalTaskHandler("charge"), ReportsBpmnError({|CET4004:typeof(Declined)|})]
            public partial class Charge
            {
                public void Handle() { }
            }

            public record Declined;
            """,
            """
            [ExternalTaskHandler("charge"), ReportsBpmnError(typeof(Declined)), ReportsBpmnError("EXPIRED")]
            public partial class Charge
            {
                public void Handle() { }
            }

            [BpmnError("DECLINED")] public partial record Declined;
            """),

        new(ErrorRules.RetryCycleInvalid.Id,
            """
            [ExternalTaskHandler("charge", RetryCycle = {|CET4005:"R3/5M"|})]
            public partial class Charge
            {
                public void Handle() { }
            }

            [ExternalTaskHandler("refund", RetryCycle = {|CET4005:"R/PT5M"|})]
            public partial class Refund
            {
                public void Handle() { }
            }
            """,
            """
            [ExternalTaskHandler("charge", RetryCycle = "R3/PT5M")]
            public partial class Charge
            {
                public void Handle() { }
            }

            [ExternalTaskHandler("refund", RetryCycle = "PT10S,PT1M,P1D")]
            public partial class Refund
            {
                public void Handle() { }
            }
            """),
    ];
}
