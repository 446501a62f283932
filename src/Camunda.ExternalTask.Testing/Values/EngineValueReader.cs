using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Camunda.ExternalTask.Testing;

/// <summary>Makes typed values of what a request carries, by the engine's own conversions.</summary>
internal sealed class EngineValueReader(EngineFlavor flavor, EngineDateFormat dates)
{
    private const int MaxStringLength = 4000;

    /// <summary>Reads an object of name to value object; null or absent is none.</summary>
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
        if (valueObject.ValueKind != JsonValueKind.Object)
        {
            throw new EngineRequestException(HttpStatusCode.InternalServerError, "NullPointerException", $"The value object of '{name}' is null.");
        }

        var type = Text(valueObject, "type");
        var value = valueObject.TryGetProperty("value", out var found) ? found : default;
        JsonElement? info = valueObject.TryGetProperty("valueInfo", out var given) && given.ValueKind == JsonValueKind.Object ? given : null;
        var typed = type is null ? Infer(value) : OfType(name, type, value, info);
        return typed with { IsTransient = IsTransient(info) };
    }

    /// <summary>
    /// A value that the engine's database takes; thrown at the end of the transaction there, which makes no difference to the one who
    /// asked.
    /// </summary>
    public EngineValue Storable(EngineValue value) =>
        value is { Type: "String", Value: string { Length: > MaxStringLength }, IsTransient: false } ? throw EngineErrors.ColumnTooSmall(flavor) : value;

    /// <summary>A value without a type gets the one Java's JSON parser would give it.</summary>
    public static EngineValue Infer(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => EngineValue.Null,
        JsonValueKind.True => new("Boolean", true),
        JsonValueKind.False => new("Boolean", false),
        JsonValueKind.String => new("String", JsonText.Of(value)),
        JsonValueKind.Number => InferNumber(value),
        JsonValueKind.Array => JavaObject("java.util.ArrayList", value),
        _ => JavaObject("java.util.LinkedHashMap", value),
    };

    private EngineValue OfType(string name, string type, JsonElement value, JsonElement? info) => (char.ToUpperInvariant(type[0]) + type[1..]) switch
    {
        "Null" => EngineValue.Null,
        "File" => File(value, info),
        "Object" => Object(name, value, info),
        "Json" or "Xml" when flavor.HasSpin() => new(char.ToUpperInvariant(type[0]) + type[1..], Serialized(type, value)),
        "Number" => throw EngineErrors.Failed("Cannot serialize value of abstract type number"),
        "Boolean" => Primitive("Boolean", type, value, EngineConversions.ToBoolean, "java.lang.Boolean"),
        "Short" => Primitive("Short", type, value, EngineConversions.ToShort, "java.lang.Short"),
        "Integer" => Primitive("Integer", type, value, EngineConversions.ToInteger, "java.lang.Integer"),
        "Long" => Primitive("Long", type, value, EngineConversions.ToLong, "java.lang.Long"),
        "Double" => Primitive("Double", type, value, EngineConversions.ToDouble, "java.lang.Double"),
        "Date" => Primitive("Date", type, value, text => dates.TryParse(text), "java.util.Date"),
        "Bytes" => Primitive("Bytes", type, value, EngineConversions.ToBytes, "[B"),
        "String" => Primitive("String", type, value, static text => text, "java.lang.String"),
        _ => throw new EngineRequestException(HttpStatusCode.BadRequest, "RestException", $"Unsupported value type '{type}'"),
    };

    /// <summary>The engine puts whatever came into a JSON string and lets its parser make the wanted type of it; an empty text makes null.</summary>
    private static EngineValue Primitive(string typeName, string type, JsonElement value, Func<string, object?> convert, string javaType)
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

        return new(typeName, convert(text) ?? throw EngineErrors.Invalid($"Cannot convert value '{text}' of type '{type}' to java type {javaType}"));
    }

    private static EngineValue InferNumber(JsonElement value)
    {
        if (value.GetRawText().AsSpan().IndexOfAny('.', 'e', 'E') >= 0)
        {
            return new("Double", value.GetDouble());
        }

        return value.TryGetInt32(out var integer) ? new("Integer", integer)
            : value.TryGetInt64(out var number) ? new("Long", number)
            : JavaObject("java.math.BigInteger", value);
    }

    private static EngineValue JavaObject(string typeName, JsonElement value) => new("Object", SerializedJava.OfJson(value.GetRawText()))
    {
        ObjectTypeName = typeName,
        Format = SerializedJava.Format,
    };

    private EngineValue Object(string name, JsonElement value, JsonElement? info)
    {
        var text = Serialized("Object", value);
        var typeName = Text(info, "objectTypeName");
        var format = Text(info, "serializationDataFormat");
        if (format == SerializedJava.Format && text is not null)
        {
            throw EngineErrors.Failed($"ENGINE-17007 Cannot set variable with name {name}. Java serialization format is prohibited");
        }

        if (typeName is null || (format is null && text is not null) || (!flavor.HasSpin() && format is not null and not SerializedJava.Format))
        {
            var serialized = text is null ? "null" : string.Create(CultureInfo.InvariantCulture, $"{text.Length} chars");
            var transient = IsTransient(info) ? "true" : "false";
            throw EngineErrors.Failed(
                $"Cannot find serializer for value 'ObjectValue [value=null, isDeserialized=false, serializationDataFormat={format ?? "null"}, "
                + $"objectTypeName={typeName ?? "null"}, serializedValue={serialized}, isTransient={transient}]'.");
        }

        return new("Object", text) { ObjectTypeName = typeName, Format = format };
    }

    private static EngineValue File(JsonElement value, JsonElement? info)
    {
        if (Text(info, "filename") is not { } fileName)
        {
            throw new EngineRequestException(
                HttpStatusCode.InternalServerError,
                "IllegalArgumentException",
                "Cannot create file without filename! Please set a name into ValueInfo with key filename");
        }

        var bytes = value.ValueKind == JsonValueKind.String ? EngineConversions.ToBytes(JsonText.Of(value)) : null;
        return new("File", bytes ?? throw new EngineRequestException(HttpStatusCode.InternalServerError, "NullPointerException", "The file has no content."))
        {
            FileName = fileName,
            MimeType = Text(info, "mimeType"),
            Encoding = Text(info, "encoding"),
        };
    }

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
        element is { ValueKind: JsonValueKind.Object } found && found.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? JsonText.Of(value)
            : null;
}
