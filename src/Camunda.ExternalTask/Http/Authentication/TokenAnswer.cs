using System.Globalization;
using System.Text.Json;

namespace Camunda.ExternalTask.Http.Authentication;

/// <summary>The response of a token endpoint (RFC 6749, 5.1 and 5.2).</summary>
internal readonly record struct TokenAnswer(string? AccessToken, string? TokenType, TimeSpan? Lifetime, string? Error, string? ErrorDescription)
{
    private const double MaxSeconds = 30 * 24 * 3600;

    /// <returns>The response; null if the body is not a JSON object.</returns>
    public static TokenAnswer? Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return null;
            }

            var answer = default(TokenAnswer);
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = reader.GetString();
                reader.Read();
                switch (name)
                {
                    case "access_token": answer = answer with { AccessToken = Text(ref reader) }; break;
                    case "token_type": answer = answer with { TokenType = Text(ref reader) }; break;
                    case "expires_in": answer = answer with { Lifetime = Seconds(ref reader) }; break;
                    case "error": answer = answer with { Error = Text(ref reader) }; break;
                    case "error_description": answer = answer with { ErrorDescription = Text(ref reader) }; break;
                    default: reader.Skip(); break;
                }
            }

            return answer;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The JSON is malformed, or a text is not valid Unicode.
            return null;
        }
    }

    private static string? Text(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return reader.GetString();
        }

        reader.Skip();
        return null;
    }

    /// <summary>Reads the lifetime; null if unknown. Servers omit it, send it as text, or send zero or a negative number.</summary>
    private static TimeSpan? Seconds(ref Utf8JsonReader reader)
    {
        double seconds;
        switch (reader.TokenType)
        {
            case JsonTokenType.Number when reader.TryGetDouble(out seconds):
            case JsonTokenType.String when double.TryParse(reader.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out seconds):
                return seconds > 0 ? TimeSpan.FromSeconds(Math.Min(seconds, MaxSeconds)) : null;
            default:
                reader.Skip();
                return null;
        }
    }
}
