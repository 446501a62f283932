using Camunda.ExternalTask.Generators.Rules;

namespace Camunda.ExternalTask.Analyzers.Tests.Cases;

internal static class AsyncCases
{
    public static IReadOnlyList<RuleCase> All { get; } =
    [
        new(AsyncRules.HandleAsyncVoid.Id,
            """
            [ExternalTaskHandler("charge")]
            public partial class Charge
            {
                public async void {|CET5001:Handle|}() => await Task.Yield();
            }
            """,
            """
            [ExternalTaskHandler("charge")]
            public partial class Charge
            {
                public void Handle() => Forget();

                private async void Forget() => await Task.Yield();
            }
            """),
    ];
}
