using Camunda.ExternalTask.Generators.Rules;

namespace Camunda.ExternalTask.Analyzers.Tests.Cases;

internal static class HandlerCases
{
    public static IReadOnlyList<RuleCase> All { get; } =
    [
        new(DeclarationRules.HandleMethodMissing.Id,
            """
            [ExternalTaskHandler("charge")]
            public partial class {|CET1008:Charge|}
            {
                public Task ChargeAsync() => Task.CompletedTask;
            }
            """,
            """
            [ExternalTaskHandler("charge")]
            public partial class Charge
            {
                public static void Handle() { }
            }
            """),

        new(DeclarationRules.HandleMethodAmbiguous.Id,
            """
            [ExternalTaskHandler("charge")]
            public partial class Charge
            {
                public void Handle() { }
                public Task {|CET1009:HandleAsync|}() => Task.CompletedTask;
            }
            """,
            """
            public class Handler
            {
                protected void Handle() { }
            }

            [ExternalTaskHandler("charge")]
            public partial class Charge : Handler
            {
                public Task HandleAsync() => Task.CompletedTask;
            }
            """),

        new(DeclarationRules.HandleMethodGeneric.Id,
            """
            [ExternalTaskHandler("charge")]
            public partial class Charge
            {
                public Task {|CET1010:HandleAsync|}<T>() => Task.CompletedTask;
            }
            """,
            """
            [ExternalTaskHandler("charge")]
            public partial class Charge
            {
                public Task HandleAsync() => ChargeAsync<int>();

                private static Task ChargeAsync<T>() => Task.CompletedTask;
            }
            """),

        new(DeclarationRules.HandleReturnTypeUnsupported.Id,
            """
            [ExternalTaskHandler("charge")]
            public partial class Charge
            {
                public Task<int> {|CET1011:HandleAsync|}() => Task.FromResult(1);
            }
            """,
            """
            [ExternalTaskHandler("charge")]
            public partial class Charge
            {
                public ValueTask<TaskOutcome> HandleAsync() => new(TaskOutcome.Released());
            }
            """),

        new(DeclarationRules.HandleParameterUnsupported.Id,
            """
            [ExternalTaskHandler("charge")]
            public partial class Charge
            {
                public void Handle(TimeProvider {|CET1012:time|}, ref CancellationToken {|CET1012:cancellationToken|}) { }
            }
            """,
            """
            [ExternalTaskHandler("charge")]
            public partial class Charge(TimeProvider time)
            {
                public void Handle(in CancellationToken cancellationToken) => Console.WriteLine(time);
            }
            """),

        new(DeclarationRules.SeveralInputs.Id,
            """
            [ExternalTaskHandler("charge")]
            public partial class Charge
            {
                public void Handle(Request request, Card {|CET1013:card|}) { }
            }

            [TaskInput] public partial record Request(string Customer);
            [TaskInput] public partial record Card(string Number);
            """,
            """
            [ExternalTaskHandler("charge")]
            public partial class Charge
            {
                public void Handle(Request request, ExternalTaskContext context) { }
            }

            [TaskInput] public partial record Request(string Customer);
            [TaskInput] public partial record Card(string Number);
            """),

        new(DeclarationRules.SeveralContexts.Id,
            """
            [ExternalTaskHandler("charge")]
            public partial class Charge
            {
                public void Handle(ExternalTaskContext context, ExternalTaskContext {|CET1014:other|}) { }
            }
            """,
            """
            [ExternalTaskHandler("charge")]
            public partial class Charge
            {
                public void Handle(ExternalTaskContext context, CancellationToken cancellationToken) { }
            }
            """),

        new(DeclarationRules.SeveralCancellationTokens.Id,
            """
            [ExternalTaskHandler("charge")]
            public partial class Charge
            {
                public void Handle(CancellationToken cancellationToken, CancellationToken {|CET1015:lockLost|}) { }
            }
            """,
            """
            [ExternalTaskHandler("charge")]
            public partial class Charge
            {
                public void Handle(CancellationToken cancellationToken) => With(cancellationToken, default);

                private static void With(CancellationToken first, CancellationToken second) { }
            }
            """),

        new(DeclarationRules.InputTypeNotMarked.Id,
            """
            [ExternalTaskHandler("charge")]
            public partial class Charge
            {
                public void Handle(Request {|CET1016:request|}) { }
            }

            public partial record Request(string Customer);
            """,
            """
            [ExternalTaskHandler("charge")]
            public partial class Charge
            {
                public void Handle(Request request) { }

                [TaskInput] public partial record Request(string Customer);
            }
            """),

        new(DeclarationRules.OutputTypeNotMarked.Id,
            """
            [ExternalTaskHandler("charge")]
            public partial class Charge
            {
                public Receipt {|CET1017:Handle|}() => new("1");
            }

            public partial record Receipt(string Number);
            """,
            """
            [ExternalTaskHandler("charge")]
            public partial class Charge
            {
                public Receipt Handle() => new();
            }

            public class Receipt : ITaskOutput
            {
                public void WriteVariables(VariableWriter variables) { }
            }
            """),

        new(DeclarationRules.ConstructorAmbiguous.Id,
            """
            [ExternalTaskHandler("charge")]
            public partial class {|CET1018:Charge|}
            {
                public Charge() { }
                public Charge(TimeProvider time) { }

                public void Handle() { }
            }
            """,
            """
            [ExternalTaskHandler("charge")]
            public partial class Charge
            {
                public Charge(TimeProvider time) { }
                private Charge() { }

                public void Handle() { }
            }
            """),

        new(DeclarationRules.ConstructorParameterUnsupported.Id,
            """
            [ExternalTaskHandler("charge")]
            public partial class Charge(string {|CET1019:currency|})
            {
                public void Handle() => Console.WriteLine(currency);
            }
            """,
            """
            [ExternalTaskHandler("charge")]
            public partial class Charge(TimeProvider time, string currency = "EUR")
            {
                public void Handle() => Console.WriteLine($"{time} {currency}");
            }
            """),

        new(DeclarationRules.HandlerMemberRequired.Id,
            """
            [ExternalTaskHandler("charge")]
            public partial class Charge
            {
                public required TimeProvider {|CET1020:Time|} { get; init; }

                public void Handle() { }
            }
            """,
            """
            [ExternalTaskHandler("charge")]
            public partial class Charge
            {
                public TimeProvider Time { get; init; } = TimeProvider.System;

                public void Handle() { }
            }
            """),
    ];
}
