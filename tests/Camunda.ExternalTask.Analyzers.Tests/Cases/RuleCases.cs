using Camunda.ExternalTask.Analyzers.Tests.Verifiers;

namespace Camunda.ExternalTask.Analyzers.Tests.Cases;

internal static class RuleCases
{
    private static readonly Dictionary<string, RuleCase> ByRule = new RuleCase[][]
    {
        [.. DeclarationCases.All],
        [.. HandlerCases.All],
        [.. RegistrationCases.All],
        [.. TopicCases.All],
        [.. VariableCases.All],
        [.. ConverterCases.All],
        [.. ErrorCases.All],
        [.. AsyncCases.All],
        [.. CodeCases.All],
        [.. JsonCases.All],
        [.. ModelCases.All],
        [.. FlowCases.All],
        [.. ConstantCases.All],
        [.. ConfigurationCases.All],
    }.SelectMany(cases => cases).ToDictionary(example => example.Id);

    public static RuleCase Of(string rule) => ByRule[rule];

    /// <summary>The rules whose examples say all by themselves, without a generator at work.</summary>
    public static IEnumerable<string> WithoutGenerator => RuleCompilation.Rules.Select(rule => rule.Id).Where(id => ByRule[id].WrittenByAnotherGenerator is null);
}
