using System.Text.Json.Nodes;
using Camunda.ExternalTask.Bpmn;
using Camunda.ExternalTask.Testing.Expressions;
using Camunda.ExternalTask.Testing.Processes;
using Camunda.ExternalTask.Testing.State;
using Camunda.ExternalTask.Testing.Values;

namespace Camunda.ExternalTask.Testing.Interpreter;

/// <summary>Evaluates the input and output parameters of activities.</summary>
internal sealed class ParameterMapping(
    VariableStore variables,
    ExecutionExpressions expressions,
    Func<Execution, ProcessAction, object?> runScript)
{
    public void MapInputs(Execution execution)
    {
        foreach (var input in execution.Node!.Inputs)
        {
            variables.SetLocal(execution, input.Name, ValueOf(execution, input));
        }
    }

    public void MapOutputs(Execution execution)
    {
        foreach (var output in execution.Node!.Outputs)
        {
            variables.Set(execution.Parent!, output.Name, ValueOf(execution, output));
        }
    }

    private EngineValue ValueOf(Execution execution, ProcessParameter parameter)
    {
        if (parameter.Script is { } script)
        {
            return ExpressionValues.ToEngine(runScript(execution, script));
        }

        var evaluator = expressions.In(execution);
        if (parameter.Collection is { } collection)
        {
            var typeName = collection.Kind == BpmnValueKind.List ? "java.util.ArrayList" : "java.util.TreeMap";
            return SerializedJava.ValueOf(typeName, JsonOf(collection, evaluator)?.ToJsonString() ?? "null");
        }

        return parameter.Expression is null ? EngineValue.Null : ExpressionValues.ToEngine(evaluator.Evaluate(parameter.Expression));
    }

    private static JsonNode? JsonOf(BpmnValue value, ExpressionEvaluator evaluator) => value.Kind switch
    {
        BpmnValueKind.List => new JsonArray([.. value.Items.Select(item => JsonOf(item, evaluator))]),
        BpmnValueKind.Map => new JsonObject(
            value.Entries.Select(entry => KeyValuePair.Create(entry.Key ?? "", JsonOf(entry.Value, evaluator)))),
        BpmnValueKind.Expression when BpmnExpression.TryParse(value.Text) is { } expression =>
            JsonValue.Create(ExpressionTexts.Show(evaluator.Evaluate(expression))),
        BpmnValueKind.Empty => null,
        _ => JsonValue.Create(value.Text),
    };
}
