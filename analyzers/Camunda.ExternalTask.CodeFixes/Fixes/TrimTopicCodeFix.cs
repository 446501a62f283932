using System.Collections.Generic;
using System.Composition;
using Camunda.ExternalTask.CodeFixes.Editing;
using Camunda.ExternalTask.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Camunda.ExternalTask.CodeFixes.Fixes;

/// <summary>Removes leading and trailing white space from a topic.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TrimTopicCodeFix)), Shared]
public sealed class TrimTopicCodeFix() : LiteralCodeFix(TopicRules.TopicPadded)
{
    private protected override IEnumerable<(string Text, string Title, string? Key)> FindTexts(string written, Diagnostic diagnostic) =>
        [(written.Trim(), $"Trim the topic to '{written.Trim()}'", null)];
}
