using System.Text.Json.Nodes;
using Camunda.ExternalTask.Bpmn;
using Camunda.ExternalTask.Testing.Expressions;
using Camunda.ExternalTask.Testing.Processes;
using Camunda.ExternalTask.Testing.Values;

namespace Camunda.ExternalTask.Testing.Interpreter;

/// <summary>Evaluates input and output parameters.</summary>
internal static class ParameterValues
{
    public static EngineValue Of(ProcessParameter parameter, ExpressionEvaluator evaluator)
    {
        if (parameter.Collection is { } collection)
        {
            return new("Object", SerializedJava.OfJson(JsonOf(collection, evaluator)?.ToJsonString() ?? "null"))
            {
                ObjectTypeName = collection.Kind == BpmnValueKind.List ? "java.util.ArrayList" : "java.util.TreeMap",
                Format = SerializedJava.Format,
            };
        }

        return parameter.Expression is null ? EngineValue.Null : EngineValue.Of(evaluator.Evaluate(parameter.Expression));
    }

    private static JsonNode? JsonOf(BpmnValue value, ExpressionEvaluator evaluator) => value.Kind switch
    {
        BpmnValueKind.List => new JsonArray([.. value.Items.Select(item => JsonOf(item, evaluator))]),
        BpmnValueKind.Map => new JsonObject(value.Entries.Select(entry => KeyValuePair.Create(entry.Key ?? "", JsonOf(entry.Value, evaluator)))),
        BpmnValueKind.Expression when BpmnExpression.TryParse(value.Text) is { } expression =>
            JsonValue.Create(ExpressionTexts.Show(evaluator.Evaluate(expression))),
        BpmnValueKind.Empty => null,
        _ => JsonValue.Create(value.Text),
    };
}
