using Camunda.ExternalTask.Generators.Rules;

namespace Camunda.ExternalTask.Analyzers.Tests.Cases;

internal static class ConfigurationCases
{
    public static IReadOnlyList<RuleCase> All { get; } =
    [
        new(ConfigurationRules.LockDurationInvalid.Id,
            """
            [ExternalTaskHandler("charge", LockDuration = {|CET8001:"00:01:00"|})]
            public partial class Charge
            {
                public void Handle() { }
            }

            [ExternalTaskHandler("refund", LockDuration = {|CET8001:"P1M"|})]
            public partial class Refund
            {
                public void Handle() { }
            }
            """,
            """
            [ExternalTaskHandler("charge", LockDuration = "PT1M")]
            public partial class Charge
            {
                public void Handle() { }
            }
            """),

        new(ConfigurationRules.LockDurationNotPositive.Id,
            """
            [ExternalTaskHandler("charge", LockDuration = {|CET8002:"PT0S"|})]
            public partial class Charge
            {
                public void Handle() { }
            }
            """,
            """
            [ExternalTaskHandler("charge", LockDuration = "PT0.5S")]
            public partial class Charge
            {
                public void Handle() { }
            }
            """),

        new(ConfigurationRules.MaxConcurrencyNegative.Id,
            """
            [ExternalTaskHandler("charge", MaxConcurrency = {|CET8003:-1|})]
            public partial class Charge
            {
                public void Handle() { }
            }
            """,
            """
            [ExternalTaskHandler("charge", MaxConcurrency = 0)]
            public partial class Charge
            {
                public void Handle() { }
            }
            """),
    ];
}
