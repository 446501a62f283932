using System.Diagnostics.CodeAnalysis;
using Camunda.ExternalTask.Testing.Processes;
using Camunda.ExternalTask.Testing.State;

namespace Camunda.ExternalTask.Testing.Interpreter;

/// <summary>Moves tokens along sequence flows, and ends scopes when their last token ends.</summary>
internal sealed class ProcessTokens(ExecutionTree tree, ExecutionExpressions expressions, ParameterMapping parameters)
{
    private readonly Queue<(Execution Scope, ProcessNode Node)> _arriving = new();

    /// <summary>Starts a scope with its only token at a node.</summary>
    public void Start(Execution scope, ProcessNode node)
    {
        scope.Tokens = 1;
        _arriving.Enqueue((scope, node));
    }

    /// <summary>Takes the next token that has arrived at a node.</summary>
    public bool TryTake([NotNullWhen(true)] out Execution? scope, [NotNullWhen(true)] out ProcessNode? node)
    {
        var found = _arriving.TryDequeue(out var arrival);
        (scope, node) = arrival;
        return found;
    }

    /// <summary>Moves a token from a node to all flows that are taken, or ends it if there are none.</summary>
    public void Leave(Execution scope, ProcessNode node)
    {
        var taken = FlowChooser.Choose(node, expressions.In(scope));
        if (taken.Count == 0)
        {
            End(scope);
            return;
        }

        tree.AddTokens(scope, taken.Count - 1);
        foreach (var flow in taken)
        {
            _arriving.Enqueue((scope, flow.Target));
        }
    }

    /// <summary>Ends a token, and its scope if no other token is left.</summary>
    public void End(Execution scope)
    {
        tree.AddTokens(scope, -1);
        if (scope.Tokens > 0)
        {
            return;
        }

        if (scope.Parent is not { } parent)
        {
            tree.End(scope.Instance, "COMPLETED", null);
            return;
        }

        parameters.MapOutputs(scope);
        tree.EndActivity(scope);
        Leave(parent, scope.Node!);
    }
}
