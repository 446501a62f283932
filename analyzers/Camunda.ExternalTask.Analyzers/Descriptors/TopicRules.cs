using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Analyzers.Descriptors;

/// <summary>What can be wrong with a topic and its filters.</summary>
internal static class TopicRules
{
    public static readonly DiagnosticDescriptor TopicBlank = new(
        RuleIds.TopicBlank,
        "Topic is blank",
        "The topic of '{0}' is blank, so nothing is generated for it; give the topic of the task in the model",
        RuleCategories.Topic, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.TopicBlank));

    public static readonly DiagnosticDescriptor TopicPadded = new(
        RuleIds.TopicPadded,
        "Topic has white space around it",
        "The topic '{0}' has white space around it, which the engine compares like any other letter; trim it",
        RuleCategories.Topic, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.TopicPadded));

    public static readonly DiagnosticDescriptor TopicHandledTwice = new(
        RuleIds.TopicHandledTwice,
        "Topic is handled twice",
        "Topic '{0}' with the same filters is also handled by '{1}', and only one of the two would get its tasks; remove one, or give them different filters",
        RuleCategories.Topic, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.TopicHandledTwice), customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor FilterEmpty = new(
        RuleIds.FilterEmpty,
        "Filter is empty or blank",
        "'{0}' {1}, so nothing is generated for '{2}'; fill in what tasks are wanted from, or remove the filter",
        RuleCategories.Topic, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.FilterEmpty));

    public static readonly DiagnosticDescriptor FilterContradicts = new(
        RuleIds.FilterContradicts,
        "Filters exclude each other",
        "'{0}' and '{1}' exclude each other, so no task is ever fetched; remove one of them",
        RuleCategories.Topic, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.FilterContradicts));
}
