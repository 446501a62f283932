using Camunda.ExternalTask.Analyzers.Tests.Verifiers;
using Camunda.ExternalTask.Generators.Rules;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Analyzers.Tests;

public class FilterEmptyTests
{
    [Theory]
    [InlineData("TenantIdIn = {|CET2004:[]|}")]
    [InlineData("ProcessDefinitionKeyIn = {|CET2004:new string[] { }|}")]
    [InlineData("ProcessDefinitionIdIn = {|CET2004:[\"\"]|}")]
    [InlineData("TenantIdIn = {|CET2004:[\"a\", \" \"]|}")]
    [InlineData("TenantIdIn = {|CET2004:[null!]|}")]
    [InlineData("ProcessDefinitionId = {|CET2004:\"\"|}")]
    [InlineData("ProcessDefinitionKey = {|CET2004:\" \"|}")]
    [InlineData("ProcessDefinitionVersionTag = {|CET2004:\"\"|}")]
    [InlineData("BusinessKey = {|CET2004:\"\"|}")]
    public Task A_filter_that_restricts_nothing_or_matches_nothing_is_reported(string filter) => RuleTest.RunAsync(
        $$"""
        [ExternalTaskHandler("charge", {{filter}})]
        public partial class Charge
        {
            public void Handle() { }
        }
        """);

    [Fact]
    public void An_empty_filter_is_an_error() => Assert.Equal(DiagnosticSeverity.Error, TopicRules.FilterEmpty.DefaultSeverity);
}
