using System.Collections.Generic;
using System.Linq;
using Camunda.ExternalTask.Bpmn;

namespace Camunda.ExternalTask.Analyzers.Models;

/// <summary>Follows a BPMN error outwards: boundary events, event subprocesses, subprocesses, and the call activities that call the process.</summary>
internal sealed class ErrorCatching(ProjectModels models, string code)
{
    private readonly HashSet<string> _visitedProcesses = [];
    private readonly HashSet<string> _otherCodes = [];

    /// <summary>The other codes that these elements catch.</summary>
    public IEnumerable<string> OtherCodes => _otherCodes;

    /// <summary>Whether an event catches the code if the task reports it.</summary>
    public bool IsCaught(ModelTask task)
    {
        for (var current = task; current is not null; current = current.Container)
        {
            foreach (var node in current.Scope.Nodes)
            {
                var catches = node.Kind == BpmnNodeKind.BoundaryEvent ? node.AttachedToRef == current.Node.Id && Catches(node, current.File.Model)
                    : node is { TriggeredByEvent: true, Body: { } body } && body.Nodes.Any(start => Catches(start, current.File.Model));
                if (catches)
                {
                    return true;
                }
            }
        }

        return models.MayMention(task.Process.Id) || (_visitedProcesses.Add(task.Process.Id) && CallersOf(task.Process).Any(IsCaught));
    }

    // A computed call can call any process.
    private IEnumerable<ModelTask> CallersOf(BpmnProcess process) => models.Nodes.Where(
        node => node.Node.Call?.CalledElement is { } called && (called.HasExpression || called.Value == process.Id));

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
