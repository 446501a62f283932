using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Analyzers.Descriptors;

/// <summary>What can be wrong with the settings of a handler.</summary>
internal static class ConfigurationRules
{
    public static readonly DiagnosticDescriptor LockDurationInvalid = new(
        RuleIds.LockDurationInvalid,
        "Lock duration is malformed",
        "'{0}' is no ISO 8601 duration of fixed length, so the worker's default is taken; write it like 'PT30S', 'PT5M' or 'P1DT12H'",
        RuleCategories.Configuration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.LockDurationInvalid));

    public static readonly DiagnosticDescriptor LockDurationNotPositive = new(
        RuleIds.LockDurationNotPositive,
        "Lock duration is not positive",
        "A lock of '{0}' is none, so the worker's default is taken; give a positive duration such as 'PT1M'",
        RuleCategories.Configuration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.LockDurationNotPositive));

    public static readonly DiagnosticDescriptor MaxConcurrencyNegative = new(
        RuleIds.MaxConcurrencyNegative,
        "Limit is negative",
        "A handler cannot run {0} tasks at once; give a positive limit, or 0 for none",
        RuleCategories.Configuration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.MaxConcurrencyNegative));
}
