using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Camunda.ExternalTask.Values;
using Camunda.ExternalTask.Values.Scalars;
using Camunda.ExternalTask.Values.Wire;

namespace Camunda.ExternalTask;

public sealed partial class TypedValue
{
    /// <summary>
    /// Creates a value of the engine type of its C# type. Types that the engine does not have, such as <see cref="decimal"/>, <see cref="Guid"/> and enums, become
    /// text. Null has no type.
    /// </summary>
    /// <remarks>For lists and objects use <see cref="Json{T}"/>: an engine whose default is not JSON would store them Java-serialized, which only Java can read.</remarks>
    /// <param name="value">A scalar, a JSON DOM or XML node, a loaded file, a <see cref="TypedValue"/> or null.</param>
    /// <exception cref="ArgumentException">The value is of another type, is not a member of its enum, or its text contains half of a surrogate pair.</exception>
    public static TypedValue Of(object? value) => value switch
    {
        null => Null(),
        TypedValue typed => typed,
        byte[] given => Bytes(given),
        ReadOnlyMemory<byte> given => Bytes(given),
        CamundaFile given => File(given),
        JsonElement { ValueKind: not JsonValueKind.Undefined } given => Text(VariableType.Json, given.GetRawText()),
        JsonNode given => Text(VariableType.Json, given.ToJsonString()),
        XNode given => Xml(given),
        Enum given => Enum.IsDefined(given.GetType(), given)
            ? String(given.ToString())
            : throw new ArgumentException($"The value is not a member of {CSharpName.Of(given.GetType())}.", nameof(value)),
        _ when ScalarTable.Find(value.GetType()) is { } row => Scalar(row, value),
        _ => throw new ArgumentException(
            $"{CSharpName.Of(value.GetType())} is neither a scalar nor a document. Use TypedValue.Json with its JsonTypeInfo, or a converter.", nameof(value)),
    };

    /// <summary>Creates a value with a converter.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <typeparam name="TConverter">Its converter.</typeparam>
    /// <param name="value">The value; null becomes a null without a type.</param>
    /// <exception cref="VariableException">The converter failed or returned null.</exception>
    public static TypedValue Of<T, TConverter>(T? value)
        where TConverter : IVariableConverter<T> => value is null ? Null() : VariableConversion.Write<T, TConverter>("", value);

    /// <summary>Creates a Boolean.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator TypedValue(bool value) => Boolean(value);

    /// <summary>Creates an Integer.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator TypedValue(int value) => Integer(value);

    /// <summary>Creates a Long.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator TypedValue(long value) => Long(value);

    /// <summary>Creates a Double.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator TypedValue(double value) => Double(value);

    /// <summary>Creates a String.</summary>
    /// <param name="value">The value; null keeps the type.</param>
    public static implicit operator TypedValue(string? value) => String(value);

    /// <summary>Creates a Date.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator TypedValue(DateTimeOffset value) => Date(value);

    /// <summary>Creates a Bytes value.</summary>
    /// <param name="value">The value; null keeps the type.</param>
    public static implicit operator TypedValue(byte[]? value) => Bytes(value);

    private static TypedValue Scalar(Scalar row, object value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            row.WriteObject(new(json), value);
        }

        return new(VariableTypeNames.Of(row.WrittenAs), buffer.WrittenSpan.ToArray());
    }
}
