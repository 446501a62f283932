using System.Collections.Generic;
using System.Composition;
using Camunda.ExternalTask.Analyzers.Rules;
using Camunda.ExternalTask.CodeFixes.Editing;
using Camunda.ExternalTask.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Camunda.ExternalTask.CodeFixes.Fixes;

/// <summary>Replaces a misspelled topic by that of the BPMN model.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CorrectTopicCodeFix)), Shared]
public sealed class CorrectTopicCodeFix() : LiteralCodeFix(ModelRules.TopicMisspelled)
{
    private protected override IEnumerable<(string Text, string Title, string? Key)> FindTexts(string written, Diagnostic diagnostic)
    {
        if (diagnostic.Properties.TryGetValue(TopicInNoModelAnalyzer.NearestTopic, out var nearest) && nearest is not null)
        {
            yield return (nearest, $"Change the topic to '{nearest}'", null);
        }
    }
}
