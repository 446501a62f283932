using Camunda.ExternalTask.Analyzers.Tests.Verifiers;
using Camunda.ExternalTask.Generators.Rules;

namespace Camunda.ExternalTask.Analyzers.Tests.Models;

/// <summary>A model that cannot be read is one error at its place, and changes nothing for the others.</summary>
public class UnreadableModelTests
{
    private const string Handlers = """
        [ExternalTaskHandler({|CET7002:"Charge"|})]
        public partial class Misspelt
        {
            public void Handle() { }
        }

        [ExternalTaskHandler("hidden")]
        public partial class InTheOther
        {
            public void Handle() { }
        }

        [ExternalTaskHandler("charge")]
        public partial class Charge
        {
            public async Task<Receipt> HandleAsync() => new(await Task.FromResult(1));

            [TaskOutput] public partial record Receipt(int {|CET7004:Amount|});
        }
        """;

    [Theory]
    [InlineData("<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" targetNamespace=\"x\" {|CET7006:targetNamespace=\"y\"|}> topic=\"hidden\"")]
    [InlineData("<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"><process id=\"p\"></{|CET7006:definitions|}> 'hidden'")]
    public async Task The_other_models_are_still_checked(string broken)
    {
        var test = new RuleTest(Handlers, compiles: false);
        test.TestState.AdditionalFiles.Add(("broken.bpmn", broken));
        test.TestState.AdditionalFiles.Add(("order.bpmn", ExampleModel.WithTask(content: ExampleModel.Input("name=\"amount\""))));
        test.DisabledDiagnostics.AddRange([ModelRules.ModelTaskWithoutHandler.Id, CodeRules.TopicCaseDiffers.Id]);

        await test.RunAsync(TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("{|CET7006:|}")]
    [InlineData("{|CET7006:not XML|}")]
    [InlineData("<{|CET7006:definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\"|} id=\"d\" />")]
    public async Task A_file_that_is_not_BPMN_is_one_error(string content)
    {
        var test = new RuleTest("", compiles: false);
        test.TestState.AdditionalFiles.Add(("broken.bpmn", content));

        await test.RunAsync(TestContext.Current.CancellationToken);
    }
}
