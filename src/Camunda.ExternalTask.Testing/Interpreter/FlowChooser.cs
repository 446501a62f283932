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

        return node.Model.Kind == BpmnNodeKind.ExclusiveGateway ? [ChooseOne(node, evaluator)] : ChooseAll(node, evaluator);
    }

    private static ProcessFlow ChooseOne(ProcessNode node, ExpressionEvaluator evaluator)
    {
        foreach (var flow in node.Outgoing)
        {
            if (flow.Id != node.Model.DefaultFlow && (flow.Condition is null || evaluator.EvaluateCondition(flow.Condition)))
            {
                return flow;
            }
        }

        return DefaultOf(node) ?? throw EngineErrors.Failed(
            $"ENGINE-02004 No outgoing sequence flow for the element with id '{node.Id}' could be selected for continuing the process.");
    }

    private static IReadOnlyList<ProcessFlow> ChooseAll(ProcessNode node, ExpressionEvaluator evaluator)
    {
        var taken = node.Outgoing
            .Where(flow => flow.Id != node.Model.DefaultFlow && (flow.Condition is null || evaluator.EvaluateCondition(flow.Condition)))
            .ToList();
        if (taken.Count > 0)
        {
            return taken;
        }

        return [DefaultOf(node) ?? throw EngineErrors.Failed(
            $"ENGINE-02006 No conditional sequence flow leaving the Flow Node '{node.Id}' could be selected for continuing the process.")];
    }

    private static ProcessFlow? DefaultOf(ProcessNode node) => node.Outgoing.Find(flow => flow.Id == node.Model.DefaultFlow);
}
