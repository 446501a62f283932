using Camunda.ExternalTask.Generators.Rules;

namespace Camunda.ExternalTask.Analyzers.Tests.Cases;

internal static class TopicCases
{
    public static IReadOnlyList<RuleCase> All { get; } =
    [
        new(TopicRules.TopicBlank.Id,
            """
            [ExternalTaskHandler({|CET2001:" "|})]
            public partial class Charge
            {
                public void Handle() { }
            }
            """,
            """
            [ExternalTaskHandler(Topics.Charge)]
            public partial class Charge
            {
                public void Handle() { }
            }

            public static class Topics
            {
                public const string Charge = "charge";
            }
            """),

        new(TopicRules.TopicPadded.Id,
            """
            [ExternalTaskHandler({|CET2002:"charge "|})]
            public partial class Charge
            {
                public void Handle() { }
            }
            """,
            """
            [ExternalTaskHandler("charge card")]
            public partial class Charge
            {
                public void Handle() { }
            }
            """),

        new(TopicRules.TopicHandledTwice.Id,
            """
            [ExternalTaskHandler({|CET2003:"charge"|})]
            public partial class Charge
            {
                public void Handle() { }
            }

            [ExternalTaskHandler({|CET2003:"charge"|}, LocalVariables = true)]
            public partial class ChargeAgain
            {
                public void Handle() { }
            }
            """,
            """
            [ExternalTaskHandler("charge", ProcessDefinitionKey = "order")]
            public partial class Charge
            {
                public void Handle() { }
            }

            [ExternalTaskHandler("charge", ProcessDefinitionKey = "invoice")]
            public partial class ChargeInvoice
            {
                public void Handle() { }
            }

            [ExternalTaskHandler("charges")]
            public partial class ChargeElsewhere
            {
                public void Handle() { }
            }
            """),

        new(TopicRules.FilterEmpty.Id,
            """
            [ExternalTaskHandler("charge", TenantIdIn = {|CET2004:new string[0]|})]
            public partial class Charge
            {
                public void Handle() { }
            }
            """,
            """
            [ExternalTaskHandler("charge", TenantIdIn = ["north"], ProcessDefinitionKeyIn = null, BusinessKey = null)]
            public partial class Charge
            {
                public void Handle() { }
            }
            """),

        new(TopicRules.FilterContradicts.Id,
            """
            [ExternalTaskHandler("charge", WithoutTenantId = {|CET2005:true|}, TenantIdIn = ["north"])]
            public partial class Charge
            {
                public void Handle() { }
            }
            """,
            """
            [ExternalTaskHandler("charge", ProcessDefinitionKey = "order", ProcessDefinitionKeyIn = ["order", "invoice"])]
            public partial class Charge
            {
                public void Handle() { }
            }
            """),
    ];
}
