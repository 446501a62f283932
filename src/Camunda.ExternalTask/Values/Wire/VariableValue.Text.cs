using System.Buffers.Text;
using Camunda.ExternalTask.Values.Dates;

namespace Camunda.ExternalTask.Values.Wire;

internal readonly ref partial struct VariableValue
{
    /// <summary>Reads text; numbers, truth values and dates as received; documents as their text.</summary>
    public string ToText(bool strict)
    {
        Demand<string>(VariableType.String, strict);
        return Type is VariableType.Bytes or VariableType.File || IsJavaObject ? throw Refused<string>() : LenientText.Read(Bytes, IsEscaped);
    }

    /// <summary>Reads a value of a type that has a text form, from text without the white space around it.</summary>
    public T ParseUtf8<T>(Utf8Parser<T> parser, bool strict)
    {
        Demand<T>(VariableType.String, strict);
        Span<byte> scratch = stackalloc byte[ScratchLength];
        return !IsText ? throw Refused<T>() : parser(Trim(Text(scratch)), out var value) ? value : throw Refused<T>(DoesNotFit);
    }

    /// <summary>Reads a value of a type that has a text form, from text exactly as received.</summary>
    public T ParseText<T>(TextParser<T> parser, bool strict)
    {
        Demand<T>(VariableType.String, strict);
        return !IsText ? throw Refused<T>() : parser(LenientText.Read(Bytes, IsEscaped), out var value) ? value : throw Refused<T>(DoesNotFit);
    }

    /// <summary>Reads an instant.</summary>
    /// <typeparam name="T">The type that error messages name.</typeparam>
    /// <param name="strict">Whether nothing is converted.</param>
    public DateTimeOffset ToInstant<T>(bool strict)
    {
        Demand<T>(VariableType.Date, strict);
        if (!IsText && !(IsString && Type == VariableType.Date))
        {
            throw Refused<T>();
        }

        return TryDate(out var value) ? value : throw Refused<T>(DoesNotFit);
    }

    /// <summary>Reads a Date, the engine's format first, or text, ISO 8601 first.</summary>
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

    /// <summary>Reads bytes from Base64, those of a Java-serialized object included.</summary>
    public byte[] ToBytes(bool strict)
    {
        Demand<byte[]>(VariableType.Bytes, strict);
        if (!IsString || (Type is not (VariableType.Bytes or VariableType.Default) && !IsJavaObject))
        {
            throw Refused<byte[]>();
        }

        var text = Text([]);
        var bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(text.Length)];
        return Base64.DecodeFromUtf8(text, bytes, out _, out var length) == System.Buffers.OperationStatus.Done
            ? length == bytes.Length ? bytes : bytes[..length]
            : throw Refused<byte[]>("it is not Base64");
    }
}
