using Camunda.ExternalTask.Testing.Values;

namespace Camunda.ExternalTask.Testing.Expressions;

/// <summary>Converts the results of expressions to values that the engine stores.</summary>
internal static class ExpressionValues
{
    public static EngineValue ToEngine(object? value) => value switch
    {
        SpinJson json => new("Json", json.Text),
        IReadOnlyList<object?> list => EngineValue.Of(new System.Text.Json.Nodes.JsonArray([.. list.Select(SpinJson.NodeOf)])),
        _ => EngineValue.Of(value),
    };
}
