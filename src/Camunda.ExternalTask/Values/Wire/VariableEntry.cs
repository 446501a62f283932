using System.Text;
using System.Text.Json;
using Camunda.ExternalTask.Values.Dates;

namespace Camunda.ExternalTask.Values.Wire;

/// <summary>One variable to be written: <c>"score":{"type":"Integer","value":42}</c>, or the bare value without name and type.</summary>
/// <remarks>Every method checks its value first: after an exception the JSON is as it was before the call.</remarks>
internal readonly ref partial struct VariableEntry
{
    private static readonly JsonEncodedText TypeKey = JsonEncodedText.Encode("type");
    private static readonly JsonEncodedText ValueKey = JsonEncodedText.Encode("value");
    private static readonly JsonEncodedText InfoKey = JsonEncodedText.Encode("valueInfo");
    private static readonly JsonEncodedText TransientKey = JsonEncodedText.Encode("transient");

    private readonly Utf8JsonWriter _json;
    private readonly ReadOnlySpan<byte> _utf8Name;
    private readonly EngineDateFormat _dateFormat;
    private readonly bool _isTransient;
    private readonly bool _isBare;

    /// <summary>Prepares a variable inside the object that holds the variables.</summary>
    public VariableEntry(Utf8JsonWriter json, ReadOnlySpan<byte> utf8Name, EngineDateFormat dateFormat, bool isTransient)
    {
        _json = json;
        _utf8Name = utf8Name;
        _dateFormat = dateFormat;
        _isTransient = isTransient;
    }

    /// <summary>Prepares a bare value.</summary>
    public VariableEntry(Utf8JsonWriter json)
        : this(json, default, EngineDateFormat.Default, isTransient: false) => _isBare = true;

    public void WriteNull(VariableType type)
    {
        Begin(type);
        _json.WriteNullValue();
        End();
    }

    public void WriteBoolean(bool? value)
    {
        Begin(VariableType.Boolean);
        if (value is { } given)
        {
            _json.WriteBooleanValue(given);
        }
        else
        {
            _json.WriteNullValue();
        }

        End();
    }

    public void WriteInteger(VariableType type, long? value)
    {
        Begin(type);
        if (value is { } given)
        {
            _json.WriteNumberValue(given);
        }
        else
        {
            _json.WriteNullValue();
        }

        End();
    }

    /// <summary>Writes a floating-point number; NaN and the infinities as the strings that the engine has for them.</summary>
    public void WriteDouble(double value)
    {
        Begin(VariableType.Double);
        if (double.IsFinite(value))
        {
            _json.WriteNumberValue(value);
        }
        else
        {
            _json.WriteStringValue(value switch
            {
                double.PositiveInfinity => "Infinity"u8,
                double.NegativeInfinity => "-Infinity"u8,
                _ => "NaN"u8,
            });
        }

        End();
    }

    /// <summary>Writes an instant; parts that the date format does not have are cut off.</summary>
    /// <param name="clock">The local time at the offset.</param>
    /// <param name="offset">The offset from UTC, in whole minutes.</param>
    public void WriteDate(DateTime clock, TimeSpan offset)
    {
        Span<byte> text = stackalloc byte[_dateFormat.MaxLength];
        if (!_dateFormat.TryWrite(clock, offset, text, out var length))
        {
            throw Refused($"the date format '{_dateFormat.Pattern}' cannot express its year");
        }

        Begin(VariableType.Date);
        _json.WriteStringValue(text[..length]);
        End();
    }

    /// <summary>Writes text, or null.</summary>
    public void WriteText(VariableType type, string? value)
    {
        if (!LenientText.IsWellFormed(value))
        {
            throw Refused(LenientText.LoneSurrogate);
        }

        Begin(type);
        LargeText.Write(_json, value);
        End();
    }

    public void WriteBytes(ReadOnlySpan<byte> value)
    {
        Begin(VariableType.Bytes);
        LargeText.WriteBase64(_json, value);
        End();
    }

    /// <summary>Creates the exception for a value that must not be sent.</summary>
    /// <param name="reason">The reason, as a clause without a full stop and without the value.</param>
    /// <param name="inner">The cause, or null.</param>
    /// <returns>A <see cref="VariableException"/>, or an <see cref="ArgumentException"/> for a bare value.</returns>
    public Exception Refused(string reason, Exception? inner = null) => _isBare
        ? new ArgumentException($"The value cannot be written: {reason}.", "value", inner)
        : VariableException.NotWritable(Encoding.UTF8.GetString(_utf8Name), reason, inner);

    private void Begin(VariableType type)
    {
        if (!_isBare)
        {
            _json.WriteStartObject(_utf8Name);
            _json.WriteString(TypeKey, VariableTypeNames.Encoded(type));
            _json.WritePropertyName(ValueKey);
        }
    }

    private void End()
    {
        if (_isBare)
        {
            return;
        }

        if (_isTransient)
        {
            _json.WriteStartObject(InfoKey);
            _json.WriteBoolean(TransientKey, true);
            _json.WriteEndObject();
        }

        _json.WriteEndObject();
    }
}
