using System.Buffers.Text;
using System.Globalization;
using System.Numerics;
using System.Text;
using Camunda.ExternalTask.Values.Wire;

namespace Camunda.ExternalTask.Values.Scalars;

/// <summary>Reads numbers of types that the engine does not have, without rounding.</summary>
internal static class ExactNumber
{
    /// <summary>Reads a number such as <c>-12.5e3</c>; false if a decimal would round it.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out decimal value)
    {
        const int surelyExact = 28;
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value)
            && ((text.Length <= surelyExact && text.IndexOfAny("eE"u8) < 0) || (DecimalNumber.TryParse(text, out var number) && number.Is(value)));
    }

    /// <summary>Reads a whole number of 64 bits without sign.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out ulong value)
    {
        if (Utf8Parser.TryParse(text, out value, out var consumed) && consumed == text.Length)
        {
            return true;
        }

        Int128 whole = 0;
        var isRead = DecimalNumber.TryParse(text, out var number) && number.TryToInteger(out whole) && whole >= 0 && whole <= ulong.MaxValue;
        value = isRead ? (ulong)whole : 0;
        return isRead;
    }

    /// <summary>Reads a whole number: digits of any number, or another form (<c>5.0</c>, <c>1e3</c>) of up to 128 bits.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out BigInteger value)
    {
        if (BigInteger.TryParse(Encoding.UTF8.GetString(text), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value))
        {
            return true;
        }

        Int128 whole = 0;
        var isWhole = DecimalNumber.TryParse(text, out var number) && number.TryToInteger(out whole);
        value = whole;
        return isWhole;
    }
}
