using Camunda.ExternalTask.Generators.Rules;

namespace Camunda.ExternalTask.Analyzers.Tests.Cases;

/// <summary>Code that compiles and is probably not what was meant.</summary>
internal static class CodeCases
{
    public static IReadOnlyList<RuleCase> All { get; } =
    [
        new(CodeRules.HandlerNotMarked.Id,
            """
            public class {|CET1050:Charge|}
            {
                public void Handle(Payment payment) => Console.WriteLine(payment.Amount);
            }

            [TaskInput]
            public partial record Payment(decimal Amount);
            """,
            """
            public abstract class Charge
            {
                public void Handle(Payment payment) => Console.WriteLine(payment.Amount);
            }

            [TaskInput]
            public partial record Payment(decimal Amount);
            """),

        new(CodeRules.InputIsOutput.Id,
            """
            [TaskInput, TaskOutput]
            public partial record {|CET1051:Payment|}(decimal Amount, string Status);
            """,
            """
            [TaskInput]
            public partial record Payment(decimal Amount);

            [TaskOutput]
            public partial record Receipt(decimal Amount);
            """),

        new(CodeRules.TopicCaseDiffers.Id,
            """
            [ExternalTaskHandler({|CET2050:"charge"|})]
            public partial class Charge
            {
                public void Handle() { }
            }

            [ExternalTaskHandler({|CET2050:"Charge"|})]
            public partial class ChargeAgain
            {
                public void Handle() { }
            }
            """,
            """
            [ExternalTaskHandler("charge")]
            public partial class Charge
            {
                public void Handle() { }
            }

            [ExternalTaskHandler("charges")]
            public partial class ChargeAgain
            {
                public void Handle() { }
            }
            """),

        new(CodeRules.TopicIsExpression.Id,
            """
            [ExternalTaskHandler({|CET2051:"${topic}"|})]
            public partial class Charge
            {
                public void Handle() { }
            }
            """,
            """
            [ExternalTaskHandler("$charge")]
            public partial class Charge
            {
                public void Handle() { }
            }
            """),

        new(CodeRules.FiltersOverlap.Id,
            """
            [ExternalTaskHandler({|CET2052:"charge"|}, ProcessDefinitionKeyIn = ["order", "refund"])]
            public partial class Charge
            {
                public void Handle() { }
            }

            [ExternalTaskHandler({|CET2052:"charge"|}, ProcessDefinitionKeyIn = ["refund", "loan"])]
            public partial class ChargeAgain
            {
                public void Handle() { }
            }
            """,
            """
            [ExternalTaskHandler("charge", ProcessDefinitionKeyIn = ["order", "refund"])]
            public partial class Charge
            {
                public void Handle() { }
            }

            [ExternalTaskHandler("charge", ProcessDefinitionKeyIn = ["loan"])]
            public partial class ChargeAgain
            {
                public void Handle() { }
            }
            """),

        new(CodeRules.VariableNamePadded.Id,
            """
            [TaskInput]
            public partial record Payment([property: Variable("amount ")] decimal {|CET3050:Amount|});
            """,
            """
            [TaskInput]
            public partial record Payment([property: Variable("total amount")] decimal Amount);
            """),

        new(CodeRules.VariableNameReserved.Id,
            """
            [TaskOutput]
            public partial record Receipt(string {|CET3051:Execution|});
            """,
            """
            [TaskInput]
            public partial record Payment(int LoopCounter);
            """),

        new(CodeRules.VariableCaseDiffers.Id,
            """
            [TaskInput]
            public partial record Payment(decimal Amount, [property: Variable("Amount")] decimal {|CET3052:Total|});
            """,
            """
            [TaskInput]
            public partial record Payment(decimal Amount, decimal Amounts);
            """),

        new(CodeRules.OutcomeIgnored.Id,
            """
            [ExternalTaskHandler("charge")]
            public partial class Charge
            {
                public TaskOutcome Handle(Payment payment)
                {
                    if (payment.Amount < 0)
                    {
                        {|CET4050:TaskOutcome.Incident("The amount is negative.")|};
                    }

                    return TaskOutcome.Completed();
                }

                [TaskInput]
                public partial record Payment(decimal Amount);
            }
            """,
            """
            [ExternalTaskHandler("charge")]
            public partial class Charge
            {
                public TaskOutcome Handle()
                {
                    var outcome = TaskOutcome.Incident("The amount is negative.");
                    return outcome;
                }
            }
            """),

        new(CodeRules.ExceptionSwallowed.Id,
            """
            [ExternalTaskHandler("charge")]
            public partial class Charge
            {
                public void Handle()
                {
                    try
                    {
                        Console.WriteLine();
                    }
                    {|CET4051:catch|} (Exception exception)
                    {
                        Console.WriteLine(exception);
                    }
                }
            }
            """,
            """
            [ExternalTaskHandler("charge")]
            public partial class Charge
            {
                public TaskOutcome Handle()
                {
                    try
                    {
                        Console.WriteLine();
                    }
                    catch (Exception exception)
                    {
                        return TaskOutcome.Incident(exception.Message);
                    }

                    return TaskOutcome.Completed();
                }
            }
            """),

        new(CodeRules.BlockingCall.Id,
            """
            [ExternalTaskHandler("charge")]
            public partial class Charge
            {
                public void Handle() => {|CET5050:Task.Delay(10).Wait()|};
            }
            """,
            """
            [ExternalTaskHandler("charge")]
            public partial class Charge
            {
                public async Task HandleAsync(CancellationToken cancellationToken)
                {
                    var number = Task.FromResult(1);
                    await Task.WhenAll(number, Task.Delay(10, cancellationToken));
                    Console.WriteLine(number.Result);
                }
            }
            """),

        new(CodeRules.TaskUnobserved.Id,
            """
            [ExternalTaskHandler("charge")]
            public partial class Charge
            {
                public void Handle()
                {
                    {|CET5051:_ = Task.Run(() => Console.WriteLine())|};
                }
            }
            """,
            """
            [ExternalTaskHandler("charge")]
            public partial class Charge
            {
                public async Task HandleAsync(CancellationToken cancellationToken)
                {
                    var work = Task.Run(() => Console.WriteLine(), cancellationToken);
                    await work;
                }
            }
            """),

        new(CodeRules.TokenMissing.Id,
            """
            [ExternalTaskHandler("charge")]
            public partial class Charge
            {
                public async Task {|CET5052:HandleAsync|}() => await Task.Delay(10);
            }
            """,
            """
            [ExternalTaskHandler("charge")]
            public partial class Charge
            {
                public async Task HandleAsync() => await Task.Yield();
            }
            """),

        new(CodeRules.HandlerHasState.Id,
            """
            [ExternalTaskHandler("charge")]
            public partial class Charge
            {
                private int {|CET5053:_count|};

                public void Handle() => _count++;
            }
            """,
            """
            [ExternalTaskHandler("charge")]
            public partial class Charge
            {
                private readonly string _name = "charge";

                public void Handle() => Console.WriteLine(_name);
            }
            """),
    ];
}
