using Camunda.ExternalTask.Analyzers.Tests.Verifiers;
using Camunda.ExternalTask.CodeFixes.Fixes;
using Camunda.ExternalTask.Generators.Pipeline;

namespace Camunda.ExternalTask.Analyzers.Tests.Fixes;

public class CorrectConstantCodeFixTests
{
    [Fact]
    public async Task Uses_the_constant_of_the_model()
    {
        var test = new WithGenerator(Handler("{|CET7061:Pay|}"), Handler("Charge"));
        test.TestState.AdditionalFiles.Add(("order.bpmn", ExampleModel.WithTask()));
        test.TestBehaviors |= Microsoft.CodeAnalysis.Testing.TestBehaviors.SkipGeneratedSourcesCheck;

        await test.RunAsync(TestContext.Current.CancellationToken);
    }

    private static string Handler(string constant) => $$"""
        public static class Sender
        {
            public static string Topic => OrderBpmn.Topics.{{constant}};
        }
        """;

    private sealed class WithGenerator(string source, string fixedSource) : FixTest<CorrectConstantCodeFix>(source, fixedSource, compiles: false)
    {
        protected override IEnumerable<Type> GetSourceGenerators() => [typeof(ExternalTaskGenerator)];
    }
}
