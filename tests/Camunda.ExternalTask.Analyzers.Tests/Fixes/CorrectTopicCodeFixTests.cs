using Camunda.ExternalTask.Analyzers.Tests.Verifiers;
using Camunda.ExternalTask.CodeFixes.Fixes;

namespace Camunda.ExternalTask.Analyzers.Tests.Fixes;

public class CorrectTopicCodeFixTests
{
    [Fact]
    public async Task Writes_the_topic_of_the_model()
    {
        var test = new FixTest<CorrectTopicCodeFix>(
            """
            [ExternalTaskHandler({|CET7001:"ChargeCard"|})]
            public partial class Charge
            {
                public void Handle() { }
            }
            """,
            """
            [ExternalTaskHandler("charge-card")]
            public partial class Charge
            {
                public void Handle() { }
            }
            """);
        test.TestState.AdditionalFiles.Add(("order.bpmn", ExampleModel.WithTask("camunda:topic=\"charge-card\"")));

        await test.RunAsync(TestContext.Current.CancellationToken);
    }
}
