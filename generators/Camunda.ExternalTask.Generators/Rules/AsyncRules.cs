using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Generators.Rules;

/// <summary>Rules for asynchronous code, cancellation and the context.</summary>
internal static class AsyncRules
{
    private static readonly RuleGroup Group = new("ExternalTask.Async");

    public static IReadOnlyList<DiagnosticDescriptor> All => Group.Rules;

    public static readonly DiagnosticDescriptor HandleAsyncVoid = Group.Error(
        "CET5001",
        "Handle method is async void",
        "'{0}' is async void, so the task would be completed before the work is done; return Task");
}
