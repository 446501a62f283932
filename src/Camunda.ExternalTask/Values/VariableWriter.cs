using System.Text;
using System.Text.Json;
using Camunda.ExternalTask.Values.Dates;
using Camunda.ExternalTask.Values.Scalars;
using Camunda.ExternalTask.Values.Wire;

namespace Camunda.ExternalTask;

/// <summary>
/// Writes variables in the form of the engine's REST API, one JSON property per variable: <c>"score":{"type":"Integer","value":42}</c>. Null becomes a typed
/// null. The output does not depend on the culture.
/// </summary>
/// <remarks>Every method checks its value before it writes: after a <see cref="VariableException"/> the JSON is as it was before the call.</remarks>
/// <param name="json">The writer, positioned inside the object that holds the variables.</param>
public readonly partial struct VariableWriter(Utf8JsonWriter json)
{
    private readonly EngineDateFormat _dateFormat = EngineDateFormat.Default;

    internal VariableWriter(Utf8JsonWriter json, EngineDateFormat dateFormat)
        : this(json) => _dateFormat = dateFormat;

    /// <summary>Writes a scalar as the engine type of its C# type, for example an <see cref="int"/> as Integer and a <see cref="Guid"/> as String.</summary>
    /// <typeparam name="T">
    /// A number, <see cref="bool"/>, <see cref="char"/>, <see cref="string"/>, <see cref="Guid"/>, <see cref="Uri"/>, a date, time or duration, or bytes;
    /// nullable or not.
    /// </typeparam>
    /// <param name="utf8Name">The variable's name in UTF-8.</param>
    /// <param name="value">The value.</param>
    /// <param name="transient">Whether the engine keeps the variable out of its database.</param>
    /// <exception cref="VariableException">The value's text contains half of a surrogate pair, or the date format cannot express its year.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is not one of these types.</exception>
    public void Write<T>(ReadOnlySpan<byte> utf8Name, T value, bool transient = false) => ScalarOf<T>.Row.Write(Entry(utf8Name, transient), value);

    /// <summary>Writes a truth value as Boolean.</summary>
    /// <param name="utf8Name">The variable's name in UTF-8.</param>
    /// <param name="value">The value.</param>
    /// <param name="transient">Whether the engine keeps the variable out of its database.</param>
    public void WriteBoolean(ReadOnlySpan<byte> utf8Name, bool? value, bool transient = false) =>
        Entry(utf8Name, transient).WriteBoolean(value);

    /// <summary>Writes a 16-bit integer as Short.</summary>
    /// <param name="utf8Name">The variable's name in UTF-8.</param>
    /// <param name="value">The value.</param>
    /// <param name="transient">Whether the engine keeps the variable out of its database.</param>
    public void WriteShort(ReadOnlySpan<byte> utf8Name, short? value, bool transient = false) =>
        Entry(utf8Name, transient).WriteInteger(VariableType.Short, value);

    /// <summary>Writes a 32-bit integer as Integer.</summary>
    /// <param name="utf8Name">The variable's name in UTF-8.</param>
    /// <param name="value">The value.</param>
    /// <param name="transient">Whether the engine keeps the variable out of its database.</param>
    public void WriteInteger(ReadOnlySpan<byte> utf8Name, int? value, bool transient = false) =>
        Entry(utf8Name, transient).WriteInteger(VariableType.Integer, value);

    /// <summary>Writes a 64-bit integer as Long.</summary>
    /// <param name="utf8Name">The variable's name in UTF-8.</param>
    /// <param name="value">The value.</param>
    /// <param name="transient">Whether the engine keeps the variable out of its database.</param>
    public void WriteLong(ReadOnlySpan<byte> utf8Name, long? value, bool transient = false) =>
        Entry(utf8Name, transient).WriteInteger(VariableType.Long, value);

    /// <summary>Writes a floating-point number as Double; NaN and the infinities as the strings that the engine has for them.</summary>
    /// <param name="utf8Name">The variable's name in UTF-8.</param>
    /// <param name="value">The value.</param>
    /// <param name="transient">Whether the engine keeps the variable out of its database.</param>
    public void WriteDouble(ReadOnlySpan<byte> utf8Name, double? value, bool transient = false) =>
        Write<double?>(utf8Name, value, transient);

    /// <summary>Writes text as String. The column of most databases holds 4,000 characters; write longer text as Json or Bytes.</summary>
    /// <param name="utf8Name">The variable's name in UTF-8.</param>
    /// <param name="value">The value.</param>
    /// <param name="transient">Whether the engine keeps the variable out of its database.</param>
    /// <exception cref="VariableException">The text contains half of a surrogate pair.</exception>
    public void WriteString(ReadOnlySpan<byte> utf8Name, string? value, bool transient = false) =>
        Entry(utf8Name, transient).WriteText(VariableType.String, value);

    /// <summary>
    /// Writes an instant as Date, with the value's offset: <c>yyyy-MM-dd'T'HH:mm:ss.fff+0000</c>, or the date format of the options. Ticks below a millisecond are
    /// cut off because the engine does not store them. The engine stores the instant, not the offset.
    /// </summary>
    /// <param name="utf8Name">The variable's name in UTF-8.</param>
    /// <param name="value">The value.</param>
    /// <param name="transient">Whether the engine keeps the variable out of its database.</param>
    /// <exception cref="VariableException">The date format cannot express the year.</exception>
    public void WriteDate(ReadOnlySpan<byte> utf8Name, DateTimeOffset? value, bool transient = false) => Write<DateTimeOffset?>(utf8Name, value, transient);

    /// <summary>Writes an instant like the overload for <see cref="DateTimeOffset"/>. <see cref="DateTimeKind.Unspecified"/> is local time, as everywhere in .NET.</summary>
    /// <param name="utf8Name">The variable's name in UTF-8.</param>
    /// <param name="value">The value.</param>
    /// <param name="transient">Whether the engine keeps the variable out of its database.</param>
    /// <exception cref="VariableException">The date format cannot express the year.</exception>
    public void WriteDate(ReadOnlySpan<byte> utf8Name, DateTime? value, bool transient = false) =>
        Write<DateTime?>(utf8Name, value, transient);

    /// <summary>Writes bytes as Bytes, in Base64.</summary>
    /// <param name="utf8Name">The variable's name in UTF-8.</param>
    /// <param name="value">The value.</param>
    /// <param name="transient">Whether the engine keeps the variable out of its database.</param>
    public void WriteBytes(ReadOnlySpan<byte> utf8Name, ReadOnlyMemory<byte>? value, bool transient = false) =>
        Write<ReadOnlyMemory<byte>?>(utf8Name, value, transient);

    /// <summary>Writes bytes as Bytes, in Base64.</summary>
    /// <param name="utf8Name">The variable's name in UTF-8.</param>
    /// <param name="value">The value.</param>
    /// <param name="transient">Whether the engine keeps the variable out of its database.</param>
    public void WriteBytes(ReadOnlySpan<byte> utf8Name, byte[]? value, bool transient = false) =>
        Write<byte[]?>(utf8Name, value, transient);

    /// <summary>Writes null without a type.</summary>
    /// <param name="utf8Name">The variable's name in UTF-8.</param>
    public void WriteNull(ReadOnlySpan<byte> utf8Name) => Entry(utf8Name, transient: false).WriteNull(VariableType.Null);

    private VariableEntry Entry(ReadOnlySpan<byte> utf8Name, bool transient) => new(json, utf8Name, _dateFormat, transient);

    private static string Text(ReadOnlySpan<byte> utf8Name) => Encoding.UTF8.GetString(utf8Name);
}
