using System.Collections.Immutable;
using System.Composition;
using System.Threading.Tasks;
using Camunda.ExternalTask.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Camunda.ExternalTask.CodeFixes.Fixes;

/// <summary>Writes a lock duration or a retry cycle in ISO 8601 that was written in another way, such as <c>00:01:00</c>, <c>60</c>, <c>5m</c> or <c>R3/5M</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(WriteIsoDurationCodeFix)), Shared]
public sealed class WriteIsoDurationCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.LockDurationInvalid, RuleIds.RetryCycleInvalid);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await TextLiteral.FindAsync(context).ConfigureAwait(false) is not { } literal)
        {
            return;
        }

        foreach (var reading in DurationReadings.All)
        {
            var suggestion = context.Diagnostics[0].Id == RuleIds.LockDurationInvalid
                ? DurationReadings.Duration(literal.Text, reading)
                : DurationReadings.RetryCycle(literal.Text, reading);
            if (suggestion is not null)
            {
                literal.RegisterReplacement(suggestion, $"Write '{suggestion}' ({reading.Name})", reading.Name);
            }
        }
    }
}
