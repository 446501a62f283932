using System.Buffers.Text;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;

namespace Camunda.ExternalTask.Values.Wire;

internal readonly ref partial struct VariableValue
{
    private const int ScratchLength = 128;

    public bool ToBoolean(bool strict)
    {
        Demand<bool>(VariableType.Boolean, strict);
        if (Token is JsonTokenType.True or JsonTokenType.False)
        {
            return Token == JsonTokenType.True;
        }

        if (!IsText && !IsScalarDocument)
        {
            throw Refused<bool>();
        }

        Span<byte> scratch = stackalloc byte[ScratchLength];
        var text = Trim(Text(scratch));
        return Ascii.EqualsIgnoreCase(text, "true"u8) || (Ascii.EqualsIgnoreCase(text, "false"u8) ? false : throw Refused<bool>(DoesNotFit));
    }

    /// <summary>Reads a whole number of up to 64 bits.</summary>
    /// <param name="only">The engine type that strict reading accepts.</param>
    /// <param name="strict">Whether nothing is converted.</param>
    public T ToInteger<T>(VariableType only, bool strict)
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
    {
        Demand<T>(only, strict);
        Span<byte> scratch = stackalloc byte[ScratchLength];
        var text = NumberText<T>(scratch);
        if (Utf8Parser.TryParse(text, out long plain, out var consumed) && consumed == text.Length)
        {
            var narrow = T.CreateTruncating(plain);
            return long.CreateSaturating(narrow) == plain ? narrow : throw Refused<T>(DoesNotFit);
        }

        return DecimalNumber.TryParse(text, out var number)
            && number.TryToInteger(out var whole)
            && Int128.CreateChecked(T.MinValue) <= whole
            && whole <= Int128.CreateChecked(T.MaxValue)
            ? T.CreateTruncating(whole)
            : throw Refused<T>(DoesNotFit);
    }

    /// <summary>Reads a number of a type that has no engine type, from a number of any type or its text.</summary>
    public T ParseNumber<T>(Utf8Parser<T> parser, bool strict)
    {
        Demand<T>(VariableType.String, strict);
        Span<byte> scratch = stackalloc byte[ScratchLength];
        return parser(NumberText<T>(scratch), out var value) ? value : throw Refused<T>(DoesNotFit);
    }

    public double ToDouble(bool strict) => ToDouble<double>(strict);

    public float ToSingle(bool strict)
    {
        var value = ToDouble<float>(strict);
        var narrow = (float)value;
        if (narrow == value || double.IsNaN(value))
        {
            return narrow;
        }

        // 0.1 is not exactly a float, but the float nearest to it is what "0.1" means.
        Span<byte> scratch = stackalloc byte[ScratchLength];
        return DecimalNumber.TryParse(NumberText<float>(scratch), out var number) && number.Is(narrow) ? narrow : throw Refused<float>(DoesNotFit);
    }

    private double ToDouble<TWanted>(bool strict)
    {
        Demand<TWanted>(VariableType.Double, strict);
        Span<byte> scratch = stackalloc byte[ScratchLength];
        if (IsString && Type is VariableType.Double or VariableType.String or VariableType.Default && TrySpecial(Trim(Text(scratch)), out var special))
        {
            return special;
        }

        var text = NumberText<TWanted>(scratch);
        if (Token == JsonTokenType.Number && Type is VariableType.Double or VariableType.Integer or VariableType.Short
            && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var plain))
        {
            return plain;
        }

        return DecimalNumber.TryParse(text, out var number)
            && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && number.Is(value)
            ? value
            : throw Refused<TWanted>(DoesNotFit);
    }

    /// <summary>Whether JSON text may be a plain number or truth value, such as that of a <c>java.math.BigInteger</c>.</summary>
    private bool IsScalarDocument => IsString && (Type == VariableType.Json || IsJsonObject);

    private ReadOnlySpan<byte> NumberText<T>(Span<byte> scratch) => Token switch
    {
        JsonTokenType.Number => Bytes,
        JsonTokenType.String when IsText || IsScalarDocument => Trim(Text(scratch)),
        _ => throw Refused<T>(),
    };

    // Modellers leave white space around text, and the engine's own conversion accepts it.
    private static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text) => text[Ascii.Trim(text)];

    private static bool TrySpecial(ReadOnlySpan<byte> text, out double value)
    {
        value = text switch
        {
            _ when text.SequenceEqual("NaN"u8) => double.NaN,
            _ when text.SequenceEqual("Infinity"u8) => double.PositiveInfinity,
            _ when text.SequenceEqual("-Infinity"u8) => double.NegativeInfinity,
            _ => 0,
        };
        return !double.IsFinite(value);
    }
}
