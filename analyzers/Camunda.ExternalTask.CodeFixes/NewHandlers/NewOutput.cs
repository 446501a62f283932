using System.Collections.Generic;
using System.Linq;
using Camunda.ExternalTask.Analyzers.Contracts;
using Camunda.ExternalTask.Analyzers.Flow;
using Camunda.ExternalTask.Analyzers.Models;
using Camunda.ExternalTask.Bpmn;

namespace Camunda.ExternalTask.CodeFixes.NewHandlers;

/// <summary>The variables that the steps up to the next external tasks read and that nobody else writes.</summary>
internal sealed class NewOutput
{
    private readonly ModelTask _task;
    private readonly FlowGraph _graph;
    private readonly HashSet<string> _written;

    private NewOutput(ModelTask task, ProjectProof proof)
    {
        _task = task;
        _graph = new(task.File.Model, task.Process);
        _written = [.. task.Process.Body.AllNodes().SelectMany(WrittenBy)];
        _written.UnionWith(proof.Flow.StatesAt(task.Process, task.Node.Id).SelectMany(static state => state.Frames).SelectMany(static frame => frame.Variables.Keys));
    }

    public static IEnumerable<NewProperty> Of(ModelTask task, ProjectProof proof) => new NewOutput(task, proof).Find();

    private IEnumerable<NewProperty> Find()
    {
        var uses = new List<VariableUse>();
        AddParameters(_task.Node.Outputs, uses);
        uses.AddRange(_task.Node.TaskErrors.SelectMany(static error => VariableUse.In(error.Expression?.Value, isCondition: true)));
        if (_graph.Find(_task.Node.Id) is { } start)
        {
            AddLater(start, uses);
        }

        return uses.Where(use => !_written.Contains(use.Name))
            .Where(use => LocalVariables.Receiving(_task, use.Name) is null && LocalVariables.Overwriting(_task, use.Name) is null)
            .GroupBy(static use => use.Name)
            .Select(static group => new NewProperty(group.Key, VariableUse.TypeOf(group), IsNullable: false));
    }

    private void AddLater(FlowElement start, List<VariableUse> uses)
    {
        var seen = new HashSet<FlowElement> { start };
        var pending = new Stack<FlowElement>([start]);
        while (pending.Count > 0)
        {
            var element = pending.Pop();
            foreach (var flow in element.Outgoing)
            {
                if (flow.Condition is { Language: null, Body.Value: var condition })
                {
                    uses.AddRange(VariableUse.In(condition, isCondition: true));
                }

                if (_graph.Find(flow.TargetRef) is not { } next || !seen.Add(next))
                {
                    continue;
                }

                AddParameters(next.Node.Inputs, uses);

                // What the next external task leads to is its own matter.
                if (next.Node.External is null)
                {
                    pending.Push(next);
                }
            }
        }
    }

    private static void AddParameters(IEnumerable<BpmnParameter> parameters, List<VariableUse> uses) => uses.AddRange(parameters
        .SelectMany(static parameter => parameter.Value.Items.Concat(parameter.Value.Entries.Select(static entry => entry.Value)).Append(parameter.Value))
        .Where(static value => value.Kind == BpmnValueKind.Expression).SelectMany(static value => VariableUse.In(value.Text, isCondition: false)));

    private static IEnumerable<string> WrittenBy(BpmnFlowNode node) =>
        node.Outputs.Select(static output => output.Name)
            .Concat(node.FormFields.Select(static field => field.Id))
            .Concat((node.Call?.Out ?? default).Select(static mapping => mapping.Target).OfType<string>())
            .Concat(node.EventDefinitions.SelectMany(static definition => new[] { definition.CodeVariable, definition.MessageVariable }).OfType<BpmnText>()
                .Append(node.ResultVariable).Append(node.MultiInstance?.ElementVariable).OfType<BpmnText>().Select(static text => text.Value));
}
