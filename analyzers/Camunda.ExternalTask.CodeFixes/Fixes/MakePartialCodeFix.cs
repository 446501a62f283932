using System.Collections.Generic;
using System.Composition;
using Camunda.ExternalTask.CodeFixes.Editing;
using Camunda.ExternalTask.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Camunda.ExternalTask.CodeFixes.Fixes;

/// <summary>Adds <c>partial</c> to a type or to a type that contains it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakePartialCodeFix)), Shared]
public sealed class MakePartialCodeFix() : CodeFix(DeclarationRules.TypeNotPartial, DeclarationRules.ContainingTypeNotPartial)
{
    private protected override IEnumerable<Edit> FindEdits(FixPlace place)
    {
        // The containing type is an additional location, and may be declared in another file.
        var diagnostic = place.Diagnostic;
        var location = diagnostic.AdditionalLocations.Count > 0 ? diagnostic.AdditionalLocations[0] : diagnostic.Location;
        if (place.Solution.GetDocument(location.SourceTree) is { } document
            && location.SourceTree!.GetRoot(place.CancellationToken).FindNode(location.SourceSpan) is TypeDeclarationSyntax declaration
            && !declaration.Modifiers.Any(SyntaxKind.PartialKeyword))
        {
            yield return new(
                $"Make '{declaration.Identifier.ValueText}' partial",
                token => SyntaxEdits.ChangeAsync(document, editor => editor.ReplaceNode(declaration, SyntaxEdits.WithPartial(declaration)), token));
        }
    }
}
