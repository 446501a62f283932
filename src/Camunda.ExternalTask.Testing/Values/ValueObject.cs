using System.Text.Json;
using Camunda.ExternalTask.Testing.Flavors;
using Camunda.ExternalTask.Testing.Json;

namespace Camunda.ExternalTask.Testing.Values;

/// <summary>Checks that a value object of a request is a JSON object, with the errors of the engine's JSON parser.</summary>
internal static class ValueObject
{
    public static void Require(JsonElement valueObject, EngineFlavor flavor)
    {
        var package = flavor.JavaPackage();
        var type = $"{package}.bpm.engine.rest.dto.VariableValueDto";
        switch (valueObject.ValueKind)
        {
            case JsonValueKind.Object:
                return;
            case JsonValueKind.Undefined or JsonValueKind.Null:
                throw EngineErrors.Java(
                    "NullPointerException",
                    $"Cannot invoke \"{type}.toTypedValue({package}.bpm.engine.ProcessEngine, "
                    + "com.fasterxml.jackson.databind.ObjectMapper)\" "
                    + "because the return value of \"java.util.Map$Entry.getValue()\" is null");
            case JsonValueKind.Array:
                throw EngineErrors.Unreadable(
                    $"Cannot deserialize value of type `{type}` from Array value (token `JsonToken.START_ARRAY`)");
            default:
                var (argument, token) = Describe(valueObject);
                throw EngineErrors.Unreadable(
                    $"Cannot construct instance of `{type}` (although at least one Creator exists): "
                    + $"no {argument}-argument constructor/factory method to deserialize from {token}");
        }
    }

    private static (string Argument, string Token) Describe(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => ("String", $"String value ('{JsonText.Of(value)}')"),
        JsonValueKind.Number when value.TryGetInt32(out _) => ("int/Int", $"Number value ({value.GetRawText()})"),
        JsonValueKind.Number when value.TryGetInt64(out _) => ("long/Long", $"Number value ({value.GetRawText()})"),
        JsonValueKind.Number => ("double/Double", $"Number value ({value.GetRawText()})"),
        _ => ("boolean/Boolean", $"boolean value ({value.GetRawText()})"),
    };
}
