using System.Collections.Generic;
using System.Composition;
using System.Linq;
using System.Threading.Tasks;
using Camunda.ExternalTask.Analyzers.Rules;
using Camunda.ExternalTask.CodeFixes.Editing;
using Camunda.ExternalTask.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Camunda.ExternalTask.CodeFixes.Fixes;

/// <summary>Calls the registration method of a referenced project, and gives the project one if it has none.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RegisterHandlersOfReferenceCodeFix)), Shared]
public sealed class RegisterHandlersOfReferenceCodeFix() : CodeFix(RegistrationRules.HandlersOfReferenceMissing)
{
    private const string AttributeFile = "ExternalTaskHandlers.cs";

    /// <inheritdoc/>
    /// <remarks>A project calls <c>AddHandlers()</c> once, and the changes for several libraries are made to the same call.</remarks>
    public override FixAllProvider? GetFixAllProvider() => null;

    private protected override IEnumerable<Edit> FindEdits(FixPlace place)
    {
        var properties = place.Diagnostic.Properties;
        if (place.Node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { Expression: MemberAccessExpressionSyntax access } call
            || !properties.TryGetValue(HandlersOfReferenceAnalyzer.Library, out var library)
            || !properties.TryGetValue(HandlersOfReferenceAnalyzer.Method, out var method)
            || method is null)
        {
            yield break;
        }

        // A project without handlers has no AddHandlers().
        var isKnown = place.Model.GetSymbolInfo(call, place.CancellationToken).Symbol is not null;
        SyntaxNode replacement = isKnown ? Append(call, access, method) : call.ReplaceNode(access.Name, SyntaxFactory.IdentifierName(method));
        if (properties.ContainsKey(HandlersOfReferenceAnalyzer.HasMethod))
        {
            yield return place.Replace(call, replacement, $"Call '{method}()'", method);
        }
        else if (place.Solution.Projects.FirstOrDefault(project => project.AssemblyName == library) is { } project)
        {
            yield return new(
                $"Share the handlers of '{library}' as '{method}()' and call it",
                _ => Task.FromResult(place.Solution
                    .WithDocumentSyntaxRoot(place.Document.Id, place.Root.ReplaceNode(call, replacement))
                    .AddDocument(DocumentId.CreateNewId(project.Id), AttributeFile, $"[assembly: Camunda.ExternalTask.ExternalTaskHandlers(\"{method}\")]\n")),
                method);
        }
    }

    /// <summary>Continues the chain of calls: on a new line if the call is on a line of its own.</summary>
    private static InvocationExpressionSyntax Append(InvocationExpressionSyntax call, MemberAccessExpressionSyntax access, string method)
    {
        var lineEnd = access.Expression.GetTrailingTrivia().Where(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)).Take(1).ToList();
        var indentation = access.OperatorToken.LeadingTrivia.Where(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia));
        var dot = SyntaxFactory.Token(SyntaxKind.DotToken).WithLeadingTrivia(lineEnd.Count == 0 ? [] : indentation);
        return SyntaxFactory
            .InvocationExpression(SyntaxFactory.MemberAccessExpression(
                SyntaxKind.SimpleMemberAccessExpression, call.WithTrailingTrivia(lineEnd), dot, SyntaxFactory.IdentifierName(method)))
            .WithTrailingTrivia(call.GetTrailingTrivia());
    }
}
