using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Generators.Rules;

/// <summary>The rules that the parser reports: those of its groups that do not need the whole compilation.</summary>
internal static class ParserRules
{
    private static readonly IReadOnlyList<DiagnosticDescriptor>[] Groups =
    [
        DeclarationRules.All,
        TopicRules.All,
        VariableRules.All,
        ConverterRules.All,
        ErrorRules.All,
        AsyncRules.All,
        JsonRules.All,
        ConfigurationRules.All,
    ];

    public static ImmutableArray<DiagnosticDescriptor> All { get; } = Groups
        .SelectMany(static rules => rules)
        .Where(static rule => !rule.CustomTags.Contains(WellKnownDiagnosticTags.CompilationEnd))
        .ToImmutableArray();
}
