using System.Globalization;
using System.Text.Json;
using Camunda.ExternalTask.Testing.Json;

namespace Camunda.ExternalTask.Testing.Values;

/// <summary>The engine's conversions from text; each returns null for text that it cannot convert.</summary>
internal static class EngineConversions
{
    /// <summary>A JSON value as Java's <c>toString</c> prints it, for messages and Strings.</summary>
    public static string JavaText(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => JsonText.Of(value),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Null => "null",
        JsonValueKind.Array => '[' + string.Join(", ", value.EnumerateArray().Select(JavaText)) + ']',
        JsonValueKind.Object => '{' + string.Join(", ", value.EnumerateObject().Select(JavaText)) + '}',
        _ => value.GetRawText(),
    };

    public static object? ToBoolean(string text) => text.Trim() switch
    {
        "true" or "True" or "TRUE" => true,
        "false" or "False" or "FALSE" => false,
        _ => null,
    };

    public static object? ToShort(string text) =>
        short.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    public static object? ToInteger(string text) =>
        int.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    public static object? ToLong(string text) =>
        long.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    public static object? ToDouble(string text) => text.Trim() switch
    {
        "NaN" => double.NaN,
        "Infinity" or "INF" => double.PositiveInfinity,
        "-Infinity" or "-INF" => double.NegativeInfinity,
        var number when double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && !double.IsNaN(value) =>
            // The engine's database does not store a negative zero.
            value == 0 ? 0.0 : value,
        _ => null,
    };

    public static byte[]? ToBytes(string text)
    {
        var bytes = new byte[text.Length];
        return !text.AsSpan().ContainsAny(" \t\r\n") && Convert.TryFromBase64String(text, bytes, out var length) ? bytes[..length] : null;
    }

    private static string JavaText(JsonProperty member) => $"{member.Name}={JavaText(member.Value)}";
}
