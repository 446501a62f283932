using Camunda.ExternalTask.Generators.Rules;

namespace Camunda.ExternalTask.Analyzers.Tests.Cases;

internal static class DeclarationCases
{
    public static IReadOnlyList<RuleCase> All { get; } =
    [
        new(DeclarationRules.TypeNotPartial.Id,
            """
            [ExternalTaskHandler("charge")]
            public class {|CET1001:Charge|}
            {
                public Task HandleAsync() => Task.CompletedTask;
            }

            [TaskInput] public record {|CET1001:Request|}(string Customer);
            [TaskOutput] public record {|CET1001:Receipt|}(string Number);
            [BpmnError("DECLINED")] public record {|CET1001:Declined|};
            """,
            """
            [ExternalTaskHandler("charge")]
            public partial class Charge
            {
                public Task HandleAsync() => Task.CompletedTask;
            }

            public record NotDeclared(string Customer);
            """),

        new(DeclarationRules.ContainingTypeNotPartial.Id,
            """
            public static class Payments
            {
                [ExternalTaskHandler("charge")]
                public partial class {|CET1002:Charge|}
                {
                    public Task HandleAsync() => Task.CompletedTask;
                }
            }
            """,
            """
            public static partial class Payments
            {
                [ExternalTaskHandler("charge")]
                public partial class Charge
                {
                    public Task HandleAsync() => Task.CompletedTask;
                }
            }
            """),

        new(DeclarationRules.TypeNotConcrete.Id,
            """
            [ExternalTaskHandler("charge")]
            public abstract partial class {|CET1003:Charge|}
            {
                public Task HandleAsync() => Task.CompletedTask;
            }
            """,
            """
            public abstract class PaymentHandler
            {
                public Task HandleAsync() => Task.CompletedTask;
            }

            [ExternalTaskHandler("charge")]
            public partial class Charge : PaymentHandler;

            [TaskOutput] public abstract partial record Receipt(string Number);
            """),

        new(DeclarationRules.TypeGeneric.Id,
            """
            [TaskInput] public partial record {|CET1004:Request|}<T>(string Customer);
            """,
            """
            public record Request<T>(string Customer, T Amount);

            [TaskInput] public partial record MoneyRequest(string Customer, decimal Amount);
            """),

        new(DeclarationRules.TypeNotExtensible.Id,
            """
            [TaskInput] file partial record {|CET1005:Request|}(string Customer);
            """,
            """
            [TaskInput] internal partial record Request(string Customer);
            """),

        new(DeclarationRules.HandlerNotAccessible.Id,
            """
            public partial class Payments
            {
                [ExternalTaskHandler("charge")]
                private partial class {|CET1006:Charge|}
                {
                    public Task HandleAsync() => Task.CompletedTask;
                }
            }
            """,
            """
            public partial class Payments
            {
                [ExternalTaskHandler("charge")]
                internal partial class Charge
                {
                    private Task HandleAsync() => Task.CompletedTask;
                }
            }
            """),

        new(DeclarationRules.GeneratedMemberExists.Id,
            """
            [BpmnError("DECLINED")]
            public partial record {|CET1007:Declined|} : BpmnError
            {
                public override string ErrorCode => "DECLINED";
            }
            """,
            """
            [BpmnError("DECLINED")]
            public partial record Declined : BpmnError
            {
                public override string? ErrorMessage => "The card was declined.";
            }
            """),

        new(DeclarationRules.RegistrationNameInvalid.Id,
            """
            [assembly: ExternalTaskHandlers({|CET1021:"Add Payments"|})]
            """,
            """
            [assembly: ExternalTaskHandlers("AddPayments")]
            """),

        new(DeclarationRules.NothingGenerated.Id,
            """
            [ExternalTaskHandler(Topics.Charge)]
            public partial class {|CET1022:Charge|}
            {
                public void Handle() { }
            }

            [TaskInput] public partial record {|CET1022:Request|}(Order Order);
            [TaskOutput] public partial record {|CET1022:Receipt|}([property: Variable(Topics.Charge)] string Number);
            [BpmnError(Topics.Charge)] public partial record {|CET1022:Declined|};
            [BpmnError("EXPIRED")] public partial record Expired;
            """,
            """
            [ExternalTaskHandler(Topics.Charge)]
            public partial class Charge
            {
                public void Handle() { }
            }

            [TaskInput] public partial record Request(Order Order);
            [TaskOutput] public partial record Receipt([property: Variable(Topics.Charge)] string Number);
            [BpmnError(Topics.Charge)] public partial record Declined;

            public enum Order { First, Last }
            public static class Topics { public const string Charge = "charge"; }
            """)
        {
            WrittenByAnotherGenerator = """
                public enum Order { First, Last }
                public static class Topics { public const string Charge = "charge"; }
                """,
        },

        new(DeclarationRules.ProcessNameBlank.Id,
            """
            [ProcessStart({|CET1030:""|})] public partial record Application(int Amount);
            [Message({|CET1030:" "|})] public partial record Paid(int Amount);
            [Signal({|CET1030:""|})] public partial record Closed(int Amount);
            """,
            """
            [ProcessStart("loan")] public partial record Application(int Amount);
            [Message("paid")] public partial record Paid(int Amount);
            [Signal("closed")] public partial record Closed(int Amount);
            """),

        new(DeclarationRules.CorrelationKeyInvalid.Id,
            """
            [Signal("closed")] public partial record Closed([{|CET1031:CorrelationKey|}] string Order);
            [Message("paid")] public partial record Paid([{|CET1031:CorrelationKey|}, Variable(Type = VariableType.Json)] string Order);
            """,
            """
            [Signal("closed")] public partial record Closed(string Order);
            [Message("paid")] public partial record Paid([CorrelationKey, Variable("order", Type = VariableType.Long)] int Order);
            """),
    ];
}
