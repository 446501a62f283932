using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Camunda.ExternalTask.Values.Scalars;
using Camunda.ExternalTask.Values.Wire;

namespace Camunda.ExternalTask.Values;

/// <summary>Reads a value as a type that is known only as a type argument: a scalar, a document or a file.</summary>
internal static class UntypedReader
{
    /// <exception cref="VariableException">The value does not fit, or is null and the type does not allow null.</exception>
    /// <exception cref="NotSupportedException">The type needs its own reading, by JSON or a converter.</exception>
    public static T? Read<T>(in VariableValue value)
    {
        if (default(T) is null && value.IsNull)
        {
            return default;
        }

        return ScalarOf<T>.RowOrNull is { } row ? row.Read(in value, strict: false) : (T?)ReadDocument(Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T), in value);
    }

    private static object? ReadDocument(Type type, in VariableValue value) => type switch
    {
        _ when type == typeof(JsonElement) => value.ToJsonElement(strict: false),
        _ when type == typeof(JsonNode) => value.ToJsonNode(strict: false),
        _ when type == typeof(CamundaFile) => value.ToFile(strict: false),
        _ when type == typeof(XDocument) => value.ToXDocument(strict: false),
        _ when type == typeof(XElement) => value.ToXElement(strict: false),
        _ => throw new NotSupportedException($"{CSharpName.Of(type)} is neither a scalar nor a document. Read it as JSON with its JsonTypeInfo, or with a converter."),
    };
}
