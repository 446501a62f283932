using System.Buffers.Text;
using System.Globalization;
using System.Numerics;

namespace Camunda.ExternalTask.Values.Wire;

/// <summary>
/// The exact number of a decimal text: digits × 10^exponent, in lowest terms. Detects whether a parsed value is the same number, because the platform's
/// parsers round silently.
/// </summary>
internal readonly record struct DecimalNumber(bool IsNegative, UInt128 Digits, int Exponent)
{
    private const int MaxExponent = 10_000;

    private static readonly UInt128 LastSafe = (UInt128.MaxValue - 9) / 10;

    /// <summary>Reads a number such as <c>-12.5e3</c>; false for other text and for more than 38 significant digits.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out DecimalNumber number)
    {
        number = default;
        var negative = text is [(byte)'-', ..];
        if (negative || text is [(byte)'+', ..])
        {
            text = text[1..];
        }

        UInt128 digits = 0;
        int exponent = 0, pendingZeros = 0, seen = 0, index = 0;
        var inFraction = false;
        for (; index < text.Length; index++)
        {
            if (text[index] == (byte)'.' && !inFraction)
            {
                inFraction = true;
                continue;
            }

            var digit = text[index] - '0';
            if (digit is < 0 or > 9)
            {
                break;
            }

            seen++;
            exponent -= inFraction ? 1 : 0;
            if (digit == 0)
            {
                pendingZeros += digits == 0 ? 0 : 1;
                continue;
            }

            if (!TryShift(ref digits, pendingZeros + 1))
            {
                return false;
            }

            digits += (UInt128)digit;
            pendingZeros = 0;
        }

        if (seen == 0 || !TryReadExponent(text[index..], out var written))
        {
            return false;
        }

        number = digits == 0 ? default : new(negative, digits, exponent + pendingZeros + written);
        return true;
    }

    /// <summary>Converts a whole number of up to 128 bits; false for any other number.</summary>
    public bool TryToInteger(out Int128 value)
    {
        value = 0;
        var magnitude = Digits;
        if (Exponent < 0 || !TryShift(ref magnitude, Exponent) || magnitude > (UInt128)Int128.MaxValue)
        {
            return false;
        }

        value = IsNegative ? -(Int128)magnitude : (Int128)magnitude;
        return true;
    }

    /// <summary>Whether a floating-point number equals this number, exactly or by its shortest text.</summary>
    public bool Is<T>(T value)
        where T : IBinaryFloatingPointIeee754<T>
    {
        Span<byte> buffer = stackalloc byte[64];
        return T.IsFinite(value)
            && ((value.TryFormat(buffer, out var length, "R", CultureInfo.InvariantCulture) && TryParse(buffer[..length], out var shortest) && shortest == this)
                || (TryToInteger(out var whole) && T.IsInteger(value) && Int128.CreateSaturating(value) == whole));
    }

    /// <summary>Whether a decimal equals this number.</summary>
    public bool Is(decimal value)
    {
        Span<byte> buffer = stackalloc byte[64];
        return value.TryFormat(buffer, out var length, default, CultureInfo.InvariantCulture) && TryParse(buffer[..length], out var exact) && exact == this;
    }

    private static bool TryShift(ref UInt128 digits, int places)
    {
        for (; places > 0 && digits != 0; places--)
        {
            if (digits > LastSafe)
            {
                return false;
            }

            digits *= 10;
        }

        return true;
    }

    private static bool TryReadExponent(ReadOnlySpan<byte> text, out int exponent)
    {
        exponent = 0;
        return text.IsEmpty
            || (text[0] is (byte)'e' or (byte)'E'
                && Utf8Parser.TryParse(text[1..], out exponent, out var consumed)
                && consumed == text.Length - 1
                && exponent is >= -MaxExponent and <= MaxExponent);
    }
}
