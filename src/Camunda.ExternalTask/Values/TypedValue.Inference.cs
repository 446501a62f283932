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
    /// A value of the type that fits: numbers, truth values, text, dates, bytes, JSON and XML; <see cref="decimal"/>, <see cref="ulong"/>, enums, <see cref="Guid"/>
    /// and the like as text. Null has no type.
    /// </summary>
    /// <remarks>Lists and objects are not guessed: an engine without JSON as its default would keep them Java-serialized, unreadable for everyone else. Give them to <see cref="Json{T}"/>.</remarks>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">The type is none of these, or the text holds half a surrogate pair.</exception>
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
        _ when ScalarTable.Find(value.GetType()) is { } row => new(VariableTypeNames.Of(row.WrittenAs), Write((row, value), static (json, given) => given.row.WriteObject(new(json), given.value))),
        _ => throw new ArgumentException(
            $"{CSharpName.Of(value.GetType())} is neither a scalar nor a document. Use TypedValue.Json with its JsonTypeInfo, or a converter.", nameof(value)),
    };

    /// <summary>What a converter makes of a value.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <typeparam name="TConverter">Its converter.</typeparam>
    /// <param name="value">The value; null becomes a null without type.</param>
    /// <exception cref="VariableException">The converter does not write the value.</exception>
    public static TypedValue Of<T, TConverter>(T? value)
        where TConverter : IVariableConverter<T> => value is null ? Null() : VariableConversion.Write<T, TConverter>("", value);

    /// <summary>A Boolean.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator TypedValue(bool value) => Boolean(value);

    /// <summary>An Integer.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator TypedValue(int value) => Integer(value);

    /// <summary>A Long.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator TypedValue(long value) => Long(value);

    /// <summary>A Double.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator TypedValue(double value) => Double(value);

    /// <summary>A String.</summary>
    /// <param name="value">The value; null keeps the type.</param>
    public static implicit operator TypedValue(string? value) => String(value);

    /// <summary>A Date.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator TypedValue(DateTimeOffset value) => Date(value);

    /// <summary>Bytes.</summary>
    /// <param name="value">The value; null keeps the type.</param>
    public static implicit operator TypedValue(byte[]? value) => Bytes(value);
}
