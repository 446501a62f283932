using System;
using System.Threading;
using System.Threading.Tasks;
using Camunda.ExternalTask.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Editing;

namespace Camunda.ExternalTask.CodeFixes.Editing;

/// <summary>The code that a diagnostic is reported at.</summary>
internal sealed record FixPlace(
    Document Document, SyntaxNode Root, SemanticModel Model, KnownSymbols Symbols, Diagnostic Diagnostic, CancellationToken CancellationToken)
{
    public Solution Solution => Document.Project.Solution;

    public SyntaxNode Node => Root.FindNode(Diagnostic.Location.SourceSpan);

    /// <summary>The node of a kind at the place, or null.</summary>
    public TNode? NodeOf<TNode>()
        where TNode : SyntaxNode => Node as TNode ?? Root.FindNode(Diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) as TNode;

    /// <summary>A change that replaces a node of the document.</summary>
    public Edit Replace(SyntaxNode node, SyntaxNode replacement, string title, string? key = null) =>
        new(title, _ => Task.FromResult(Document.WithSyntaxRoot(Root.ReplaceNode(node, replacement)).Project.Solution), key);

    /// <summary>A change that an editor of the document makes. New type names are shortened and imported.</summary>
    public Edit Change(string title, Action<DocumentEditor> change) => new(title, cancellationToken => SyntaxEdits.ChangeAsync(Document, change, cancellationToken));
}
