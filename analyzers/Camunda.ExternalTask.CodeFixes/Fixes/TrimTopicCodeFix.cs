using System.Collections.Immutable;
using System.Composition;
using System.Threading.Tasks;
using Camunda.ExternalTask.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Camunda.ExternalTask.CodeFixes.Fixes;

/// <summary>Trims a topic that has white space around it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TrimTopicCodeFix)), Shared]
public sealed class TrimTopicCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.TopicPadded);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await TextLiteral.FindAsync(context).ConfigureAwait(false) is { } literal)
        {
            literal.RegisterReplacement(literal.Text.Trim(), $"Trim the topic to '{literal.Text.Trim()}'", nameof(TrimTopicCodeFix));
        }
    }
}
