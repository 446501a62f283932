using System.Buffers.Text;
using Camunda.ExternalTask.Values.Dates;

namespace Camunda.ExternalTask.Values;

internal readonly ref partial struct VariableValue
{
    /// <summary>Text; numbers, truth values and dates as they came; documents as their text.</summary>
    public string ToText(bool strict)
    {
        const string wanted = "string";
        Demand(VariableType.String, strict, wanted);
        return Type is VariableType.Bytes or VariableType.File || IsJavaObject ? throw Refused(wanted) : LenientText.Read(Bytes, IsEscaped);
    }

    public char ToChar(bool strict)
    {
        const string wanted = "char";
        return Words(strict, wanted) is [var single] ? single : throw Refused(wanted, DoesNotFit);
    }

    public Guid ToGuid(bool strict)
    {
        const string wanted = "Guid";
        Span<byte> scratch = stackalloc byte[ScratchLength];
        return Guid.TryParse(Words(strict, wanted, scratch), out var value) ? value : throw Refused(wanted, DoesNotFit);
    }

    public Uri ToUri(bool strict)
    {
        const string wanted = "Uri";
        return Uri.TryCreate(Words(strict, wanted), UriKind.RelativeOrAbsolute, out var value) ? value : throw Refused(wanted, DoesNotFit);
    }

    public TimeSpan ToTimeSpan(bool strict)
    {
        const string wanted = "TimeSpan";
        Span<byte> scratch = stackalloc byte[ScratchLength];
        return DurationText.TryParse(Words(strict, wanted, scratch), out var value) ? value : throw Refused(wanted, DoesNotFit);
    }

    public DateOnly ToDateOnly(bool strict)
    {
        const string wanted = "DateOnly";
        Span<byte> scratch = stackalloc byte[ScratchLength];
        var text = Words(strict, wanted, scratch);
        return text.Length == 10 && EngineDate.TryParse(text, out var value)
            ? DateOnly.FromDateTime(value.DateTime)
            : throw Refused(wanted, DoesNotFit);
    }

    public TimeOnly ToTimeOnly(bool strict)
    {
        const string wanted = "TimeOnly";
        Span<byte> scratch = stackalloc byte[ScratchLength];
        return EngineDate.TryParseTime(Words(strict, wanted, scratch), out var value) ? value : throw Refused(wanted, DoesNotFit);
    }

    public DateTimeOffset ToDateTimeOffset(bool strict, string wanted = "DateTimeOffset")
    {
        Demand(VariableType.Date, strict, wanted);
        if (!IsText && !(IsString && Type == VariableType.Date))
        {
            throw Refused(wanted);
        }

        return TryDate(out var value) ? value : throw Refused(wanted, DoesNotFit);
    }

    /// <summary>A Date in the engine's format, or text as people write dates; each also in the other's form.</summary>
    public bool TryDate(out DateTimeOffset value)
    {
        value = default;
        if (!IsString)
        {
            return false;
        }

        Span<byte> scratch = stackalloc byte[ScratchLength];
        var text = Trim(Text(scratch));
        return Type == VariableType.Date
            ? DateFormat.TryRead(text, out value)
            : EngineDate.TryParse(text, out value) || DateFormat.TryRead(text, out value);
    }

    public byte[] ToBytes(bool strict)
    {
        const string wanted = "byte[]";
        Demand(VariableType.Bytes, strict, wanted);
        if (!IsString || (Type is not (VariableType.Bytes or VariableType.Default) && !IsJavaObject))
        {
            throw Refused(wanted);
        }

        var text = Text([]);
        var bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(text.Length)];
        return Base64.DecodeFromUtf8(text, bytes, out _, out var length) == System.Buffers.OperationStatus.Done
            ? length == bytes.Length ? bytes : bytes[..length]
            : throw Refused(wanted, "it is not Base64");
    }

    private string Words(bool strict, string wanted)
    {
        Demand(VariableType.String, strict, wanted);
        return IsText ? LenientText.Read(Bytes, IsEscaped) : throw Refused(wanted);
    }

    private ReadOnlySpan<byte> Words(bool strict, string wanted, Span<byte> scratch)
    {
        Demand(VariableType.String, strict, wanted);
        return IsText ? Trim(Text(scratch)) : throw Refused(wanted);
    }
}
