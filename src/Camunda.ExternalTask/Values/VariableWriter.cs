using System.Text;
using System.Text.Json;
using Camunda.ExternalTask.Values;
using Camunda.ExternalTask.Values.Dates;

namespace Camunda.ExternalTask;

/// <summary>
/// Writes variables as the engine's REST API takes them, one property each, for example <c>"score":{"type":"Integer","value":42}</c>. Null becomes a typed
/// null. Nothing depends on the culture.
/// </summary>
/// <remarks>Every method checks its value before it writes: after a <see cref="VariableException"/> the JSON is as it was before the call.</remarks>
/// <param name="json">Stands inside the object that holds the variables.</param>
public readonly partial struct VariableWriter(Utf8JsonWriter json)
{
    private static readonly JsonEncodedText TypeKey = JsonEncodedText.Encode("type");
    private static readonly JsonEncodedText ValueKey = JsonEncodedText.Encode("value");
    private static readonly JsonEncodedText InfoKey = JsonEncodedText.Encode("valueInfo");
    private static readonly JsonEncodedText TransientKey = JsonEncodedText.Encode("transient");

    private readonly EngineDateFormat _dateFormat = EngineDateFormat.Default;

    internal VariableWriter(Utf8JsonWriter json, EngineDateFormat dateFormat)
        : this(json) => _dateFormat = dateFormat;

    /// <summary>Writes a truth value.</summary>
    /// <param name="utf8Name">The variable's name in UTF-8.</param>
    /// <param name="value">The value.</param>
    /// <param name="transient">Whether the engine keeps it out of its database.</param>
    public void WriteBoolean(ReadOnlySpan<byte> utf8Name, bool? value, bool transient = false)
    {
        Begin(utf8Name, "Boolean"u8);
        if (value is { } given)
        {
            json.WriteBooleanValue(given);
        }
        else
        {
            json.WriteNullValue();
        }

        End(transient);
    }

    /// <summary>Writes a 16-bit integer.</summary>
    /// <param name="utf8Name">The variable's name in UTF-8.</param>
    /// <param name="value">The value.</param>
    /// <param name="transient">Whether the engine keeps it out of its database.</param>
    public void WriteShort(ReadOnlySpan<byte> utf8Name, short? value, bool transient = false)
    {
        Begin(utf8Name, "Short"u8);
        if (value is { } given)
        {
            json.WriteNumberValue(given);
        }
        else
        {
            json.WriteNullValue();
        }

        End(transient);
    }

    /// <summary>Writes a 32-bit integer.</summary>
    /// <param name="utf8Name">The variable's name in UTF-8.</param>
    /// <param name="value">The value.</param>
    /// <param name="transient">Whether the engine keeps it out of its database.</param>
    public void WriteInteger(ReadOnlySpan<byte> utf8Name, int? value, bool transient = false)
    {
        Begin(utf8Name, "Integer"u8);
        if (value is { } given)
        {
            json.WriteNumberValue(given);
        }
        else
        {
            json.WriteNullValue();
        }

        End(transient);
    }

    /// <summary>Writes a 64-bit integer.</summary>
    /// <param name="utf8Name">The variable's name in UTF-8.</param>
    /// <param name="value">The value.</param>
    /// <param name="transient">Whether the engine keeps it out of its database.</param>
    public void WriteLong(ReadOnlySpan<byte> utf8Name, long? value, bool transient = false)
    {
        Begin(utf8Name, "Long"u8);
        if (value is { } given)
        {
            json.WriteNumberValue(given);
        }
        else
        {
            json.WriteNullValue();
        }

        End(transient);
    }

    /// <summary>Writes a floating-point number; NaN and the infinities are the strings the engine has for them.</summary>
    /// <param name="utf8Name">The variable's name in UTF-8.</param>
    /// <param name="value">The value.</param>
    /// <param name="transient">Whether the engine keeps it out of its database.</param>
    public void WriteDouble(ReadOnlySpan<byte> utf8Name, double? value, bool transient = false)
    {
        Begin(utf8Name, "Double"u8);
        if (value is { } given)
        {
            ScalarText.WriteDouble(json, given);
        }
        else
        {
            json.WriteNullValue();
        }

        End(transient);
    }

    /// <summary>
    /// Writes a date: <c>yyyy-MM-dd'T'HH:mm:ss.fff+0000</c> with the value's offset, or in the date format of the options. Ticks below a millisecond are cut, as the engine
    /// has none. The engine keeps the instant, not the offset.
    /// </summary>
    /// <param name="utf8Name">The variable's name in UTF-8.</param>
    /// <param name="value">The value.</param>
    /// <param name="transient">Whether the engine keeps it out of its database.</param>
    public void WriteDate(ReadOnlySpan<byte> utf8Name, DateTimeOffset? value, bool transient = false)
    {
        if (value is { } date)
        {
            WriteDate(utf8Name, date.DateTime, date.Offset, transient);
        }
        else
        {
            WriteNullDate(utf8Name, transient);
        }
    }

    /// <summary>Writes a date like the overload for <see cref="DateTimeOffset"/>. <see cref="DateTimeKind.Unspecified"/> is taken as local time, as everywhere in .NET.</summary>
    /// <param name="utf8Name">The variable's name in UTF-8.</param>
    /// <param name="value">The value.</param>
    /// <param name="transient">Whether the engine keeps it out of its database.</param>
    public void WriteDate(ReadOnlySpan<byte> utf8Name, DateTime? value, bool transient = false)
    {
        if (value is { } date)
        {
            WriteDate(utf8Name, date, EngineDate.OffsetOf(date), transient);
        }
        else
        {
            WriteNullDate(utf8Name, transient);
        }
    }

    /// <summary>Writes bytes, as Base64.</summary>
    /// <param name="utf8Name">The variable's name in UTF-8.</param>
    /// <param name="value">The value.</param>
    /// <param name="transient">Whether the engine keeps it out of its database.</param>
    public void WriteBytes(ReadOnlySpan<byte> utf8Name, ReadOnlyMemory<byte>? value, bool transient = false)
    {
        Begin(utf8Name, "Bytes"u8);
        if (value is { } bytes)
        {
            json.WriteBase64StringValue(bytes.Span);
        }
        else
        {
            json.WriteNullValue();
        }

        End(transient);
    }

    /// <summary>Writes bytes, as Base64.</summary>
    /// <param name="utf8Name">The variable's name in UTF-8.</param>
    /// <param name="value">The value.</param>
    /// <param name="transient">Whether the engine keeps it out of its database.</param>
    public void WriteBytes(ReadOnlySpan<byte> utf8Name, byte[]? value, bool transient = false) =>
        WriteBytes(utf8Name, value is null ? default(ReadOnlyMemory<byte>?) : value, transient);

    /// <summary>Writes null without a type.</summary>
    /// <param name="utf8Name">The variable's name in UTF-8.</param>
    public void WriteNull(ReadOnlySpan<byte> utf8Name)
    {
        Begin(utf8Name, "Null"u8);
        json.WriteNullValue();
        End(transient: false);
    }

    private void WriteDate(ReadOnlySpan<byte> utf8Name, DateTime clock, TimeSpan offset, bool transient)
    {
        Span<byte> text = stackalloc byte[_dateFormat.MaxLength];
        if (!_dateFormat.TryWrite(clock, offset, text, out var length))
        {
            throw VariableException.NotWritable(Text(utf8Name), $"its year has no place in the date format '{_dateFormat.Pattern}'");
        }

        Begin(utf8Name, "Date"u8);
        json.WriteStringValue(text[..length]);
        End(transient);
    }

    private void WriteNullDate(ReadOnlySpan<byte> utf8Name, bool transient)
    {
        Begin(utf8Name, "Date"u8);
        json.WriteNullValue();
        End(transient);
    }

    private static string Text(ReadOnlySpan<byte> utf8Name) => Encoding.UTF8.GetString(utf8Name);

    private void Begin(ReadOnlySpan<byte> utf8Name, ReadOnlySpan<byte> type)
    {
        json.WriteStartObject(utf8Name);
        json.WriteString(TypeKey, type);
        json.WritePropertyName(ValueKey);
    }

    private void End(bool transient)
    {
        if (transient)
        {
            json.WriteStartObject(InfoKey);
            json.WriteBoolean(TransientKey, true);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private void WriteTextual(ReadOnlySpan<byte> utf8Name, ReadOnlySpan<byte> type, string? value, bool transient)
    {
        if (!LenientText.IsWellFormed(value))
        {
            throw VariableException.NotWritable(Text(utf8Name), ScalarText.LoneSurrogate);
        }

        Begin(utf8Name, type);
        json.WriteStringValue(value);
        End(transient);
    }
}
