using System.Collections.Immutable;
using System.Composition;
using System.Threading.Tasks;
using Camunda.ExternalTask.Analyzers;
using Camunda.ExternalTask.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Camunda.ExternalTask.CodeFixes.Fixes;

/// <summary>Writes the topic of the model instead of one that is nearly it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CorrectTopicCodeFix)), Shared]
public sealed class CorrectTopicCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.TopicMisspelt);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (context.Diagnostics[0].Properties.TryGetValue(TopicInNoModelAnalyzer.NearestTopic, out var nearest) && nearest is not null
            && await TextLiteral.FindAsync(context).ConfigureAwait(false) is { } literal)
        {
            literal.RegisterReplacement(nearest, $"Write the model's topic '{nearest}'", nameof(CorrectTopicCodeFix));
        }
    }
}
