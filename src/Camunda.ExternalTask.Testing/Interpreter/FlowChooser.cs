using Camunda.ExternalTask.Bpmn;
using Camunda.ExternalTask.Testing.Expressions;
using Camunda.ExternalTask.Testing.Flavors;
using Camunda.ExternalTask.Testing.Processes;

namespace Camunda.ExternalTask.Testing.Interpreter;

/// <summary>Decides which sequence flows are taken.</summary>
internal static class FlowChooser
{
    public static IReadOnlyList<ProcessFlow> Choose(ProcessNode node, ExpressionEvaluator evaluator)
    {
        if (node.Model.Kind == BpmnNodeKind.ParallelGateway || node.Outgoing is [] or [{ Condition: null }])
        {
            return node.Outgoing;
        }

        var matching = node.Outgoing
            .Where(flow => flow.Id != node.Model.DefaultFlow && (flow.Condition is null || evaluator.EvaluateCondition(flow.Condition)));
        var isExclusive = node.Model.Kind == BpmnNodeKind.ExclusiveGateway;
        var taken = matching.Take(isExclusive ? 1 : int.MaxValue).ToList();
        if (taken.Count > 0)
        {
            return taken;
        }

        var standard = node.Outgoing.Find(flow => flow.Id == node.Model.DefaultFlow);
        return [standard ?? throw EngineErrors.Failed(isExclusive || node.Model.Kind == BpmnNodeKind.InclusiveGateway
            ? $"ENGINE-02004 No outgoing sequence flow for the element with id '{node.Id}' could be selected for continuing the process."
            : $"ENGINE-02006 No conditional sequence flow leaving the Flow Node '{node.Id}' "
                + "could be selected for continuing the process.")];
    }
}
