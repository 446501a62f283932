using Camunda.ExternalTask.Analyzers.Descriptors;
using Camunda.ExternalTask.Analyzers.Tests.Verifiers;
using Camunda.ExternalTask.Shared.Parsing;

namespace Camunda.ExternalTask.Analyzers.Tests;

public class ProblemRulesTests
{
    [Fact]
    public void Every_problem_of_the_parser_is_said_by_exactly_one_rule()
    {
        var ids = Enum.GetValues<DeclarationProblem>().Select(problem => ProblemRules.Of(problem).Id).ToList();

        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Single(RuleCompilation.Rules, rule => rule.Id == id));
    }

    [Fact]
    public void A_rule_is_named_like_its_problem()
    {
        Assert.All(
            Enum.GetValues<DeclarationProblem>(),
            problem => Assert.Equal(ProblemRules.Of(problem).Id, typeof(RuleIds).GetField(problem.ToString())?.GetRawConstantValue()));
    }
}
