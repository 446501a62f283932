using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.CodeFixes.Editing;

/// <summary>A fix that offers one change for the node that a diagnostic is reported at.</summary>
public abstract class NodeCodeFix<TNode> : CodeFix
    where TNode : SyntaxNode
{
    private protected NodeCodeFix(params DiagnosticDescriptor[] rules)
        : base(rules)
    {
    }

    private protected sealed override IEnumerable<Edit> FindEdits(FixPlace place) =>
        place.NodeOf<TNode>() is { } node && FindEdit(node, place) is { } edit ? [edit] : [];

    /// <summary>The change to offer, or null.</summary>
    private protected abstract Edit? FindEdit(TNode node, FixPlace place);
}
