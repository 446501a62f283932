using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Camunda.ExternalTask.Values;

/// <summary>Chooses the conversion by a type argument, for untyped access. Boxes; the generated readers do not come here.</summary>
internal static class ScalarReader
{
    public static T? Read<T>(VariableValue value)
    {
        if (default(T) is null && value.IsNull)
        {
            return default;
        }

        var type = Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T);
        return (T?)(ReadNumber(type, value) ?? ReadText(type, value) ?? ReadDocument(type, value));
    }

    private static object? ReadNumber(Type type, VariableValue value) => type switch
    {
        _ when type == typeof(bool) => value.ToBoolean(strict: false),
        _ when type == typeof(byte) => value.ToInteger<byte>(VariableType.Short, strict: false, "byte"),
        _ when type == typeof(sbyte) => value.ToInteger<sbyte>(VariableType.Short, strict: false, "sbyte"),
        _ when type == typeof(short) => value.ToInteger<short>(VariableType.Short, strict: false, "short"),
        _ when type == typeof(ushort) => value.ToInteger<ushort>(VariableType.Integer, strict: false, "ushort"),
        _ when type == typeof(int) => value.ToInteger<int>(VariableType.Integer, strict: false, "int"),
        _ when type == typeof(uint) => value.ToInteger<uint>(VariableType.Long, strict: false, "uint"),
        _ when type == typeof(long) => value.ToInteger<long>(VariableType.Long, strict: false, "long"),
        _ when type == typeof(ulong) => value.ToInteger<ulong>(VariableType.String, strict: false, "ulong"),
        _ when type == typeof(float) => value.ToSingle(strict: false),
        _ when type == typeof(double) => value.ToDouble(strict: false),
        _ when type == typeof(decimal) => value.ToDecimal(strict: false),
        _ => null,
    };

    private static object? ReadText(Type type, VariableValue value) => type switch
    {
        _ when type == typeof(string) => value.ToText(strict: false),
        _ when type == typeof(char) => value.ToChar(strict: false),
        _ when type == typeof(Guid) => value.ToGuid(strict: false),
        _ when type == typeof(Uri) => value.ToUri(strict: false),
        _ when type == typeof(TimeSpan) => value.ToTimeSpan(strict: false),
        _ when type == typeof(DateOnly) => value.ToDateOnly(strict: false),
        _ when type == typeof(TimeOnly) => value.ToTimeOnly(strict: false),
        _ when type == typeof(DateTimeOffset) => value.ToDateTimeOffset(strict: false),
        _ when type == typeof(DateTime) => value.ToDateTimeOffset(strict: false, "DateTime").UtcDateTime,
        _ when type == typeof(byte[]) => value.ToBytes(strict: false),
        _ when type == typeof(ReadOnlyMemory<byte>) => new ReadOnlyMemory<byte>(value.ToBytes(strict: false)),
        _ => null,
    };

    private static object? ReadDocument(Type type, VariableValue value) => type switch
    {
        _ when type == typeof(JsonElement) => value.ToJsonElement(strict: false),
        _ when type == typeof(JsonNode) => value.ToJsonNode(strict: false),
        _ when type == typeof(CamundaFile) => value.ToFile(strict: false),
        _ when type == typeof(XDocument) => value.ToXDocument(strict: false),
        _ when type == typeof(XElement) => value.ToXElement(strict: false),
        _ => throw new NotSupportedException($"{CSharpName.Of(type)} is no scalar; read it with its JsonTypeInfo as JSON."),
    };
}
