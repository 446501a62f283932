using Camunda.ExternalTask.Generators.Rules;

namespace Camunda.ExternalTask.Analyzers.Tests.Cases;

internal static class RegistrationCases
{
    public static IReadOnlyList<RuleCase> All { get; } =
    [
        new(RegistrationRules.HandlersOfReferenceMissing.Id,
            """
            public static class Start
            {
                public static void Add(ExternalTaskWorkerBuilder worker) => worker.{|CET1023:AddHandlers|}();
            }

            [ExternalTaskHandler("charge")]
            public partial class Charge
            {
                public void Handle() { }
            }
            """,
            """
            using Microsoft.Extensions.DependencyInjection;

            public static class Start
            {
                public static void Add(ExternalTaskWorkerBuilder worker)
                {
                    worker.AddHandlers();
                    new Other().AddHandlers();
                    worker.AddLoanHandlers();
                }
            }

            public class Other
            {
                public void AddHandlers() { }
            }

            [ExternalTaskHandler("charge")]
            public partial class Charge
            {
                public void Handle() { }
            }
            """)
        {
            HitCompiles = false,
            NearMissCompiles = false,
        },
    ];
}
