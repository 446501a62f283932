using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Generators.Rules;

/// <summary>Rules for the settings of a handler.</summary>
internal static class ConfigurationRules
{
    private static readonly RuleGroup Group = new("ExternalTask.Configuration");

    public static IReadOnlyList<DiagnosticDescriptor> All => Group.Rules;

    public static readonly DiagnosticDescriptor LockDurationInvalid = Group.Error(
        "CET8001",
        "Lock duration is malformed",
        "'{0}' is not an ISO 8601 duration of fixed length; use a duration such as 'PT30S', 'PT5M' or 'P1DT12H'");

    public static readonly DiagnosticDescriptor LockDurationNotPositive = Group.Error(
        "CET8002",
        "Lock duration is not positive",
        "Lock duration '{0}' is not positive; use a duration such as 'PT1M'");

    public static readonly DiagnosticDescriptor MaxConcurrencyNegative = Group.Error(
        "CET8003",
        "MaxConcurrency is negative",
        "MaxConcurrency is {0}, which is negative; use a positive number, or 0 for no limit");
}
