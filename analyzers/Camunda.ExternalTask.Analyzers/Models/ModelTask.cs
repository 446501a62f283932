using System.Collections.Generic;
using System.Collections.Immutable;
using Camunda.ExternalTask.Bpmn;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Analyzers.Models;

/// <summary>An element of a model and the elements that contain it.</summary>
/// <param name="File">The file it is in.</param>
/// <param name="Process">The process it is in.</param>
/// <param name="Node">The element itself.</param>
/// <param name="Subprocesses">The subprocesses that contain it, innermost first.</param>
internal sealed record ModelTask(ModelFile File, BpmnProcess Process, BpmnFlowNode Node, ImmutableStack<BpmnFlowNode> Subprocesses)
{
    /// <summary>The topic, or null if it is an expression or missing.</summary>
    public string? Topic => Node.External?.Topic is { HasExpression: false, Value: { Length: > 0 } topic } ? topic : null;

    /// <summary>The name in messages.</summary>
    public string DisplayName => string.IsNullOrWhiteSpace(Node.Name) ? Node.Id : Node.Name!;

    /// <summary>The scope the element is in.</summary>
    public BpmnScope Scope => Subprocesses.IsEmpty ? Process.Body : Subprocesses.Peek().Body!;

    public Location Place => File.Locate(Node.External?.Topic?.Position ?? Node.Position);

    /// <summary>The subprocess that contains it, or null at the top of the process.</summary>
    public ModelTask? Container => Subprocesses.IsEmpty ? null : this with { Node = Subprocesses.Peek(), Subprocesses = Subprocesses.Pop() };

    /// <summary>Everything in an activity.</summary>
    public static IEnumerable<ModelTask> AllIn(ModelTask activity) =>
        activity.Node.Body is { } body ? AllOf(activity.File, activity.Process, body, activity.Subprocesses.Push(activity.Node)) : [];

    /// <summary>All elements of a file.</summary>
    public static IEnumerable<ModelTask> AllOf(ModelFile file)
    {
        foreach (var process in file.Model.Processes)
        {
            foreach (var node in AllOf(file, process, process.Body, ImmutableStack<BpmnFlowNode>.Empty))
            {
                yield return node;
            }
        }
    }

    private static IEnumerable<ModelTask> AllOf(ModelFile file, BpmnProcess process, BpmnScope scope, ImmutableStack<BpmnFlowNode> subprocesses)
    {
        foreach (var node in scope.Nodes)
        {
            yield return new(file, process, node, subprocesses);
            if (node.Body is null)
            {
                continue;
            }

            foreach (var inner in AllOf(file, process, node.Body, subprocesses.Push(node)))
            {
                yield return inner;
            }
        }
    }
}
