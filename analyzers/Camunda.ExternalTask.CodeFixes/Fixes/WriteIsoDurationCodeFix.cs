using System.Collections.Generic;
using System.Composition;
using Camunda.ExternalTask.CodeFixes.Durations;
using Camunda.ExternalTask.CodeFixes.Editing;
using Camunda.ExternalTask.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Camunda.ExternalTask.CodeFixes.Fixes;

/// <summary>Writes a lock duration or a retry cycle in ISO 8601 that has another notation, such as <c>00:01:00</c>, <c>60</c>, <c>5m</c> or <c>R3/5M</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(WriteIsoDurationCodeFix)), Shared]
public sealed class WriteIsoDurationCodeFix() : LiteralCodeFix(ConfigurationRules.LockDurationInvalid, ErrorRules.RetryCycleInvalid)
{
    private protected override IEnumerable<(string Text, string Title, string? Key)> FindTexts(string written, Diagnostic diagnostic)
    {
        var offered = new HashSet<string>();
        if (diagnostic.Id == ErrorRules.RetryCycleInvalid.Id && DurationReadings.Retries(written) is { } retries && offered.Add(retries))
        {
            yield return (retries, $"Change to '{retries}' ({written.Trim()} retries)", "retries");
        }

        foreach (var reading in DurationReadings.All)
        {
            var suggestion = diagnostic.Id == ConfigurationRules.LockDurationInvalid.Id
                ? DurationReadings.Duration(written, reading)
                : DurationReadings.RetryCycle(written, reading);
            if (suggestion is not null && offered.Add(suggestion))
            {
                yield return (suggestion, $"Change to '{suggestion}' ({reading.Name})", reading.Name);
            }
        }
    }
}
