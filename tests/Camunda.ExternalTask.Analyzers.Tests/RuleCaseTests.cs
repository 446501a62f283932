using Camunda.ExternalTask.Analyzers.Tests.Cases;
using Camunda.ExternalTask.Analyzers.Tests.Verifiers;
using Camunda.ExternalTask.Generators.Rules;

namespace Camunda.ExternalTask.Analyzers.Tests;

public class RuleCaseTests
{
    /// <summary>All rules, so that a rule without a case fails.</summary>
    public static TheoryData<string> Rules => [.. RuleCases.WithoutGenerator];

    /// <summary>All rules but those that are reported in a model, where no pragma is.</summary>
    public static TheoryData<string> RulesInCode => [.. RuleCases.WithoutGenerator.Where(id => id != ModelRules.ModelTaskWithoutHandler.Id && id != ModelRules.ModelUnreadable.Id && id != ConstantRules.ClassHasNoName.Id)];

    [Theory, MemberData(nameof(Rules))]
    public Task Is_reported_where_the_mistake_is(string rule)
    {
        var example = RuleCases.Of(rule);
        Assert.Contains($"{{|{rule}:", example.Hit + example.Model);

        return RuleTest.RunAsync(example.Hit, example.HitCompiles, example.Model, rule);
    }

    [Theory, MemberData(nameof(Rules))]
    public Task Is_silent_on_code_that_looks_alike(string rule)
    {
        var example = RuleCases.Of(rule);
        Assert.DoesNotContain("{|", example.NearMiss);

        return RuleTest.RunAsync(example.NearMiss, example.NearMissCompiles, example.NearMissModel ?? example.Model, rule);
    }

    [Theory, MemberData(nameof(RulesInCode))]
    public Task Is_suppressed_by_a_pragma(string rule)
    {
        var example = RuleCases.Of(rule);
        return RuleTest.RunAsync($"#pragma warning disable {rule}\n{Markup.Remove(example.Hit)}", example.HitCompiles, example.Model, rule);
    }
}
