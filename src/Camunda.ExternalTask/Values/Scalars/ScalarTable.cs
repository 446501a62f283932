using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using Camunda.ExternalTask.Shared.Notation;
using Camunda.ExternalTask.Values.Dates;
using Camunda.ExternalTask.Values.Wire;

namespace Camunda.ExternalTask.Values.Scalars;

/// <summary>The scalar types: one row per C# type, with the engine type that it is written as, its reading and its writing.</summary>
/// <remarks>
/// The generator has a table of the same types (<c>ValueKinds</c>), because it checks declarations at compile time. Reading and writing do not depend on the
/// culture, and a written value reads back exactly.
/// </remarks>
internal static class ScalarTable
{
    private static readonly Dictionary<Type, Scalar> Rows = ByType(
    [
        // Types that the engine has
        new ValueScalar<bool>(VariableType.Boolean, static (in value, strict) => value.ToBoolean(strict), static (in entry, value) => entry.WriteBoolean(value)),
        Integer<byte>(VariableType.Short),
        Integer<sbyte>(VariableType.Short),
        Integer<short>(VariableType.Short),
        Integer<ushort>(VariableType.Integer),
        Integer<int>(VariableType.Integer),
        Integer<uint>(VariableType.Long),
        Integer<long>(VariableType.Long),
        new ValueScalar<float>(VariableType.Double, static (in value, strict) => value.ToSingle(strict), static (in entry, value) => entry.WriteDouble(value)),
        new ValueScalar<double>(VariableType.Double, static (in value, strict) => value.ToDouble(strict), static (in entry, value) => entry.WriteDouble(value)),
        new Scalar<string>(VariableType.String, static (in value, strict) => value.ToText(strict), static (in entry, value) => entry.WriteText(VariableType.String, value)),
        new ValueScalar<DateTimeOffset>(
            VariableType.Date,
            static (in value, strict) => value.ToInstant<DateTimeOffset>(strict),
            static (in entry, value) => entry.WriteDate(value.DateTime, value.Offset)),
        new ValueScalar<DateTime>(
            VariableType.Date,
            static (in value, strict) => value.ToInstant<DateTime>(strict).UtcDateTime,
            static (in entry, value) => entry.WriteDate(value, EngineDate.OffsetOf(value))),
        new Scalar<byte[]>(VariableType.Bytes, static (in value, strict) => value.ToBytes(strict), static (in entry, value) => entry.WriteBytes(value)),
        new ValueScalar<ReadOnlyMemory<byte>>(
            VariableType.Bytes, static (in value, strict) => value.ToBytes(strict), static (in entry, value) => entry.WriteBytes(value.Span)),

        // Numbers as text, exact
        Number<ulong>(ExactNumber.TryParse),
        Number<decimal>(ExactNumber.TryParse),
        Number<BigInteger>(ExactNumber.TryParse),

        // Text
        Text<Guid>(Guid.TryParse, static value => value.ToString("D")),
        Text<TimeSpan>(DurationText.TryParse, Iso8601Duration.Format),
        Text<DateOnly>(EngineDate.TryParseDay, static value => value.ToString("O", CultureInfo.InvariantCulture)),
        Text<TimeOnly>(EngineDate.TryParseTime, static value => value.ToString("O", CultureInfo.InvariantCulture)),
        new ValueScalar<char>(VariableType.String, Exactly<char>(char.TryParse), static (in entry, value) => entry.WriteText(VariableType.String, value.ToString())),
        new Scalar<Uri>(VariableType.String, Exactly<Uri>(TryParseUri), static (in entry, value) => entry.WriteText(VariableType.String, value.OriginalString)),
    ]);

    /// <summary>The row of a type or of the nearest of its base types, or null.</summary>
    public static Scalar? Find(Type type)
    {
        for (var candidate = type; candidate is not null; candidate = candidate.BaseType)
        {
            if (Rows.TryGetValue(candidate, out var row))
            {
                return row;
            }
        }

        return null;
    }

    private static ValueScalar<T> Integer<T>(VariableType writtenAs)
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T> => new(
            writtenAs,
            (in value, strict) => value.ToInteger<T>(writtenAs, strict),
            (in entry, value) => entry.WriteInteger(writtenAs, long.CreateChecked(value)));

    private static ValueScalar<T> Number<T>(Utf8Parser<T> parse)
        where T : struct, IFormattable => new(
            VariableType.String,
            (in value, strict) => value.ParseNumber(parse, strict),
            static (in entry, value) => entry.WriteText(VariableType.String, value.ToString(null, CultureInfo.InvariantCulture)));

    private static ValueScalar<T> Text<T>(Utf8Parser<T> parse, Func<T, string> format)
        where T : struct => new(
            VariableType.String,
            (in value, strict) => value.ParseUtf8(parse, strict),
            (in entry, value) => entry.WriteText(VariableType.String, format(value)));

    /// <summary>Reads text as received, white space included.</summary>
    private static ScalarRead<T> Exactly<T>(TextParser<T> parse) => (in value, strict) => value.ParseText(parse, strict);

    private static bool TryParseUri(string text, [NotNullWhen(true)] out Uri? uri) => Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out uri);

    private static Dictionary<Type, Scalar> ByType(Scalar[] rows)
    {
        var byType = new Dictionary<Type, Scalar>();
        foreach (var row in rows)
        {
            byType.Add(row.ClrType, row);
            if (row.Nullable is { } nullable)
            {
                byType.Add(nullable.ClrType, nullable);
            }
        }

        return byType;
    }
}
