using System.Composition;
using Camunda.ExternalTask.Analyzers.Rules;
using Camunda.ExternalTask.CodeFixes.Editing;
using Camunda.ExternalTask.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Camunda.ExternalTask.CodeFixes.Fixes;

/// <summary>Replaces a constant that the BPMN model does not have by the one that is probably meant.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CorrectConstantCodeFix)), Shared]
public sealed class CorrectConstantCodeFix() : NodeCodeFix<IdentifierNameSyntax>(ConstantRules.ConstantUnknown)
{
    private protected override Edit? FindEdit(IdentifierNameSyntax node, FixPlace place) =>
        place.Diagnostic.Properties.TryGetValue(UnknownConstantAnalyzer.NearestConstant, out var nearest) && nearest is not null
            ? place.Replace(node, SyntaxFactory.IdentifierName(nearest).WithTriviaFrom(node), $"Use '{nearest}'")
            : null;
}
