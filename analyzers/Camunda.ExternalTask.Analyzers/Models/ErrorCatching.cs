using System.Collections.Generic;
using System.Linq;
using Camunda.ExternalTask.Bpmn;

namespace Camunda.ExternalTask.Analyzers.Models;

/// <summary>Follows a BPMN error outwards: boundary events, event subprocesses, subprocesses, and all call activities that call the process.</summary>
internal sealed class ErrorCatching(ProjectModels models, string code)
{
    private readonly HashSet<string> _visitedProcesses = [];
    private readonly HashSet<string> _otherCodes = [];

    /// <summary>The other codes that these elements catch.</summary>
    public IEnumerable<string> OtherCodes => _otherCodes;

    /// <summary>Whether an event catches the code on every path if the task reports it.</summary>
    public bool IsCaught(ModelTask task) => LastEnded(task) is not null || models.MayMention(task.Process.Id) || CallersCatch(task.Process);

    /// <summary>The outermost activity that the error ends before an event of the same process catches it; null if none does.</summary>
    public ModelTask? LastEnded(ModelTask task)
    {
        for (var current = task; current is not null; current = current.Container)
        {
            foreach (var node in current.Scope.Nodes)
            {
                // An error within an event subprocess is not caught by that subprocess.
                var catches = node.Kind == BpmnNodeKind.BoundaryEvent ? node.AttachedToRef == current.Node.Id && Catches(node, current.File.Model)
                    : node is { TriggeredByEvent: true, Body: { } body } && node.Id != current.Node.Id && body.Nodes.Any(start => Catches(start, current.File.Model));
                if (catches)
                {
                    return current;
                }
            }
        }

        return null;
    }

    // Each caller must catch it. Where no caller of the task's process is known by name, a call of a computed process may be one.
    private bool CallersCatch(BpmnProcess process)
    {
        _visitedProcesses.Add(process.Id);
        var callers = models.Nodes.Where(node => node.Node.Call?.CalledElement is { HasExpression: false } called && called.Value == process.Id)
            .Where(caller => !_visitedProcesses.Contains(caller.Process.Id)).ToList();
        return callers.Count > 0
            ? callers.All(IsCaught)
            : _visitedProcesses.Count == 1 && models.Nodes.Any(static node => node.Node.Call?.CalledElement is { HasExpression: true });
    }

    private bool Catches(BpmnFlowNode node, BpmnModel model)
    {
        if (node.Kind is not (BpmnNodeKind.BoundaryEvent or BpmnNodeKind.StartEvent))
        {
            return false;
        }

        foreach (var definition in node.EventDefinitions)
        {
            if (definition.Kind != BpmnEventKind.Error)
            {
                continue;
            }

            var caught = model.ErrorCodeOf(definition.Ref?.Value);
            if (caught is null || caught == code || BpmnText.IsExpression(caught))
            {
                return true;
            }

            _otherCodes.Add(caught);
        }

        return false;
    }
}
