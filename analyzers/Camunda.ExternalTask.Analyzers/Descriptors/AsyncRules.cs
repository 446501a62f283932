using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Analyzers.Descriptors;

/// <summary>What can be wrong with asynchronous code, cancellation and the context.</summary>
internal static class AsyncRules
{
    public static readonly DiagnosticDescriptor HandleAsyncVoid = new(
        RuleIds.HandleAsyncVoid,
        "Handle method is async void",
        "'{0}' is async void: the task would be completed before the work is done; return Task",
        RuleCategories.Async, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.HandleAsyncVoid));
}
