using System.Globalization;
using System.Text.Json;
using Camunda.ExternalTask.Testing.Flavors;
using Camunda.ExternalTask.Testing.Json;

namespace Camunda.ExternalTask.Testing.Values;

/// <summary>Reads the typed values of a request, with the engine's conversions and errors.</summary>
internal sealed class EngineValueReader(EngineFlavor flavor, JavaDateFormat dates)
{
    /// <summary>Reads an object whose members map names to value objects; null if there is none.</summary>
    public List<(string Name, EngineValue Value)>? ReadAll(JsonElement? variables)
    {
        if (variables is not { ValueKind: JsonValueKind.Object } map)
        {
            return null;
        }

        var values = new List<(string, EngineValue)>(map.GetPropertyCount());
        foreach (var variable in map.EnumerateObject())
        {
            values.Add((variable.Name, Read(variable.Name, variable.Value)));
        }

        return values;
    }

    public EngineValue Read(string name, JsonElement valueObject)
    {
        ValueObject.Require(valueObject, flavor);
        var type = Text(valueObject, "type");
        var value = valueObject.TryGetProperty("value", out var found) ? found : default;
        JsonElement? info = valueObject.TryGetProperty("valueInfo", out var given) && given.ValueKind == JsonValueKind.Object
            ? given
            : null;
        var typed = type is null ? InferredValue.Of(value) : OfType(name, type, value, info);
        return typed with { IsTransient = IsTransient(info) };
    }

    private EngineValue OfType(string name, string type, JsonElement value, JsonElement? info)
    {
        if (type.Length == 0)
        {
            throw EngineErrors.Java("StringIndexOutOfBoundsException", "begin 0, end 1, length 0");
        }

        // The engine accepts type names with a lower-case first letter.
        var typeName = char.ToUpperInvariant(type[0]) + type[1..];
        return typeName switch
        {
            "Null" => EngineValue.Null,
            "File" => File(value, info),
            "Object" => Object(name, value, info),
            "Json" or "Xml" when flavor.HasSpin() => new(typeName, Serialized(type, value)),
            "Number" => throw EngineErrors.Failed("Cannot serialize value of abstract type number"),
            "Boolean" => Scalar(typeName, type, value, EngineConversions.ToBoolean, "java.lang.Boolean"),
            "Short" => Scalar(typeName, type, value, EngineConversions.ToShort, "java.lang.Short"),
            "Integer" => Scalar(typeName, type, value, EngineConversions.ToInteger, "java.lang.Integer"),
            "Long" => Scalar(typeName, type, value, EngineConversions.ToLong, "java.lang.Long"),
            "Double" => Scalar(typeName, type, value, EngineConversions.ToDouble, "java.lang.Double"),
            "Date" => Scalar(typeName, type, value, text => dates.TryParse(text), "java.util.Date"),
            "Bytes" => Scalar(typeName, type, value, EngineConversions.ToBytes, "[B"),
            "String" => Scalar(typeName, type, value, static text => text, "java.lang.String"),
            _ => throw EngineErrors.Unusable($"Unsupported value type '{type}'"),
        };
    }

    /// <summary>
    /// Converts a scalar. The engine puts any JSON value into a JSON string and lets its parser convert that string to the requested
    /// type; an empty string becomes null.
    /// </summary>
    private static EngineValue Scalar(string typeName, string type, JsonElement value, Func<string, object?> convert, string javaType)
    {
        if (value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null)
        {
            return new(typeName, null);
        }

        var text = EngineConversions.JavaText(value);
        if (typeName is not ("String" or "Bytes") && string.IsNullOrWhiteSpace(text))
        {
            return new(typeName, null);
        }

        var converted = convert(text)
            ?? throw EngineErrors.Invalid($"Cannot convert value '{text}' of type '{type}' to java type {javaType}");
        return new(typeName, converted);
    }

    private EngineValue Object(string name, JsonElement value, JsonElement? info)
    {
        var text = Serialized("Object", value);
        var typeName = Text(info, "objectTypeName");
        var format = Text(info, "serializationDataFormat");
        if (format == SerializedJava.Format && text is not null)
        {
            throw EngineErrors.Failed($"ENGINE-17007 Cannot set variable with name {name}. Java serialization format is prohibited");
        }

        if (typeName is null
            || (format is null && text is not null)
            || (!flavor.HasSpin() && format is not null and not SerializedJava.Format))
        {
            var serialized = text is null ? "null" : string.Create(CultureInfo.InvariantCulture, $"{text.Length} chars");
            var transient = IsTransient(info) ? "true" : "false";
            throw EngineErrors.Failed(
                "Cannot find serializer for value 'ObjectValue [value=null, isDeserialized=false, "
                + $"serializationDataFormat={format ?? "null"}, objectTypeName={typeName ?? "null"}, "
                + $"serializedValue={serialized}, isTransient={transient}]'.");
        }

        return new("Object", text) { ObjectTypeName = typeName, Format = format };
    }

    private static EngineValue File(JsonElement value, JsonElement? info)
    {
        var fileName = Text(info, "filename") ?? throw EngineErrors.NoFileName();
        var bytes = value.ValueKind == JsonValueKind.String ? EngineConversions.ToBytes(JsonText.Of(value)) : null;
        return new("File", bytes ?? throw NoContent())
        {
            FileName = fileName,
            MimeType = Text(info, "mimeType"),
            Encoding = Text(info, "encoding"),
        };
    }

    private static EngineRequestException NoContent() =>
        EngineErrors.Java("IllegalArgumentException", "Provided value is not of File, InputStream or byte[] type.");

    private static string? Serialized(string type, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => null,
        JsonValueKind.String => JsonText.Of(value),
        _ => throw EngineErrors.Invalid($"Must provide 'null' or String value for value of SerializableValue type '{type}'."),
    };

    private static bool IsTransient(JsonElement? info)
    {
        if (info is not { } found || !found.TryGetProperty("transient", out var transient))
        {
            return false;
        }

        return transient.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False or JsonValueKind.Null => false,
            _ => throw EngineErrors.Invalid("The property 'transient' should have a value of type 'boolean'."),
        };
    }

    private static string? Text(JsonElement? element, string name) =>
        element is { ValueKind: JsonValueKind.Object } found
        && found.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
            ? JsonText.Of(value)
            : null;
}
