using Camunda.ExternalTask.Generators.Tests.Driving;

namespace Camunda.ExternalTask.Generators.Tests.Parsing;

public sealed class TopicFilterParserTests
{
    [Theory]
    [InlineData("TenantIdIn = new string[0]")]
    [InlineData("TenantIdIn = new[] { \"a\", \"\" }")]
    [InlineData("ProcessDefinitionKeyIn = new string[2]")]
    [InlineData("BusinessKey = \"\"")]
    public void A_handler_never_loses_a_filter_that_its_attribute_has(string filter)
    {
        Assert.False(IsGenerated(filter));
        Assert.True(IsGenerated("TenantIdIn = new[] { \"a\" }, BusinessKey = null"));
    }

    private static bool IsGenerated(string filter) => SourceDriver
        .Run($"using Camunda.ExternalTask; [ExternalTaskHandler(\"a\", {filter})] public partial class A {{ public void Handle() {{ }} }}")
        .GeneratedSources.Any(static source => source.SourceText.ToString().Contains("HandlerDescriptor", StringComparison.Ordinal));
}
