using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Camunda.ExternalTask.Shared.Notation;
using Camunda.ExternalTask.Values.Dates;

namespace Camunda.ExternalTask.Values;

/// <summary>The text of values that the engine has no type for, and checks of text before it is sent. Everything is invariant and reads back exactly.</summary>
internal static class ScalarText
{
    public const string LoneSurrogate = "its text holds half of a surrogate pair, which is no valid text";

    public static string Of(Guid value) => value.ToString("D");

    public static string Of(Uri value) => value.OriginalString;

    public static string Of(TimeSpan value) => Iso8601Duration.Format(value);

    public static string Of(DateOnly value) => value.ToString("O", CultureInfo.InvariantCulture);

    public static string Of(TimeOnly value) => value.ToString("O", CultureInfo.InvariantCulture);

    public static string Of(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Of(ulong value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Of(XNode value) => value.ToString(SaveOptions.DisableFormatting);

    /// <summary>Numbers as themselves, the others as the strings the engine has for them.</summary>
    public static void WriteDouble(Utf8JsonWriter json, double value)
    {
        if (double.IsFinite(value))
        {
            json.WriteNumberValue(value);
        }
        else
        {
            json.WriteStringValue(value switch
            {
                double.PositiveInfinity => "Infinity"u8,
                double.NegativeInfinity => "-Infinity"u8,
                _ => "NaN"u8,
            });
        }
    }

    public static void WriteDate(Utf8JsonWriter json, DateTime clock, TimeSpan offset)
    {
        Span<byte> text = stackalloc byte[EngineDate.Length];
        EngineDate.Write(clock, offset, text);
        json.WriteStringValue(text);
    }

    /// <summary>What is wrong with a text that is to be JSON, or null. The engine stores broken JSON without a word, and a later step fails on it.</summary>
    public static JsonException? FaultOfJson(string text)
    {
        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text), new JsonReaderOptions { MaxDepth = 1024 });
            while (reader.Read())
            {
            }

            return null;
        }
        catch (JsonException exception)
        {
            return exception;
        }
    }
}
