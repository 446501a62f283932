using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using Camunda.ExternalTask.Values.Wire;

namespace Camunda.ExternalTask.Tests.Variables;

/// <summary>Many values from one seed, against what is exact by other means.</summary>
public class RandomValueTests
{
    private const int Rounds = 4_000;

    [Fact]
    public void Whole_numbers_agree_with_exact_arithmetic()
    {
        var random = new Random(4711);
        for (var round = 0; round < Rounds; round++)
        {
            var text = NumberText(random, out var digits, out var exponent);
            var isWhole = exponent >= 0 || digits % BigInteger.Pow(10, -exponent) == 0;
            var exact = exponent >= 0 ? digits * BigInteger.Pow(10, exponent) : digits / BigInteger.Pow(10, -exponent);
            var fits = isWhole && exact >= long.MinValue && exact <= long.MaxValue;
            var value = new TaskVariables(Encoding.UTF8.GetBytes($$$"""{"x":{"type":"Double","value":{{{text}}}}}"""));
            if (fits)
            {
                Assert.Equal((long)exact, value.Get<long>("x"));
            }
            else
            {
                Assert.Throws<VariableException>(() => value.Get<long>("x"));
            }
        }
    }

    [Fact]
    public void Doubles_and_decimals_travel_both_ways()
    {
        var random = new Random(4712);
        for (var round = 0; round < Rounds; round++)
        {
            var number = BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue));
            Assert.Equal(number, TypedValue.Double(number).Get<double>());
            if (double.IsFinite(number))
            {
                Assert.Equal(number, TypedValue.String(number.ToString("R", CultureInfo.InvariantCulture)).Get<double>());
            }

            var single = BitConverter.Int32BitsToSingle(random.Next(int.MinValue, int.MaxValue));
            Assert.Equal(single, TypedValue.Double(single).Get<float>());

            var exact = new decimal(random.Next(int.MinValue, int.MaxValue), random.Next(int.MinValue, int.MaxValue), random.Next(int.MinValue, int.MaxValue), random.Next(2) == 0, (byte)random.Next(29));
            Assert.Equal(exact, TypedValue.Of(exact).Get<decimal>());
        }
    }

    [Fact]
    public void Instants_and_durations_travel_both_ways()
    {
        var random = new Random(4713);
        for (var round = 0; round < Rounds; round++)
        {
            var offset = TimeSpan.FromMinutes(random.Next(-14 * 60, (14 * 60) + 1));
            var instant = new DateTimeOffset(random.NextInt64(TimeSpan.TicksPerDay, DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay), offset);
            var read = TypedValue.Date(instant).Get<DateTimeOffset>();
            Assert.Equal(instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerMillisecond)), read);
            Assert.Equal(offset, read.Offset);

            var duration = TimeSpan.FromTicks(random.NextInt64(long.MinValue, long.MaxValue));
            Assert.Equal(duration, TypedValue.Of(duration).Get<TimeSpan>());
        }
    }

    [Fact]
    public void Text_is_read_whoever_escaped_it()
    {
        var random = new Random(4714);
        for (var round = 0; round < Rounds / 2; round++)
        {
            var units = new char[random.Next(40)];
            for (var index = 0; index < units.Length; index++)
            {
                units[index] = (char)(random.Next(4) switch { 0 => random.Next(0x80), 1 => random.Next(0xD800, 0xE000), 2 => random.Next(0x10000), _ => random.Next('a', 'z') });
            }

            var text = new string(units);
            var escaped = string.Concat(text.Select(unit => $"\\u{(int)unit:x4}"));
            Assert.Equal(text, new TaskVariables(Encoding.UTF8.GetBytes($$$"""{"x":{"type":"String","value":"{{{escaped}}}"}}""")).Get<string>("x"));
            if (!LenientText.IsWellFormed(text))
            {
                Assert.Throws<ArgumentException>(() => TypedValue.String(text));
                continue;
            }

            Assert.Equal(text, TypedValue.String(text).Get<string>());
            Assert.Equal(text, new TaskVariables(Encoding.UTF8.GetBytes($$$"""{"x":{"type":"String","value":{{{JsonEncode(text)}}}}}""")).Get<string>("x"));
        }
    }

    private static string JsonEncode(string text) => $"\"{JsonEncodedText.Encode(text)}\"";

    private static string NumberText(Random random, out BigInteger digits, out int exponent)
    {
        var whole = Digits(random, 1, 19).TrimStart('0') is { Length: > 0 } some ? some : "0";
        var fraction = random.Next(2) == 0 ? "" : Digits(random, 1, 6) + new string('0', random.Next(4));
        var power = random.Next(3) == 0 ? random.Next(-8, 9) : 0;
        var sign = random.Next(2) == 0 ? "-" : "";
        digits = BigInteger.Parse(sign + whole + fraction, CultureInfo.InvariantCulture);
        exponent = power - fraction.Length;
        return $"{sign}{whole}{(fraction.Length > 0 ? "." : "")}{fraction}{(power != 0 ? $"e{power}" : "")}";
    }

    private static string Digits(Random random, int least, int most) =>
        string.Concat(Enumerable.Range(0, random.Next(least, most + 1)).Select(_ => random.Next(3) == 0 ? '0' : (char)('0' + random.Next(10))));
}
