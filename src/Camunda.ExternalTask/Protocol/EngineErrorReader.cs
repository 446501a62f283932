using System.Globalization;
using System.Text;
using System.Text.Json;
using Camunda.ExternalTask.Http;
using Camunda.ExternalTask.Values.Wire;

namespace Camunda.ExternalTask.Protocol;

/// <summary>Makes an <see cref="EngineError"/> of an answer that is not a success. It accepts any body and does not throw.</summary>
internal static class EngineErrorReader
{
    private const int MaxBodyBytes = 16 * 1024;
    private const int MaxExcerptCharacters = 300;

    public static async Task<EngineError> ReadAsync(HttpResponseMessage response, TimeProvider time, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        var body = await ReadPrefixAsync(response.Content, cancellationToken).ConfigureAwait(false);
        var error = ParseErrorObject(body, status, response.RequestMessage) ?? new EngineError(status, Describe(response, body));
        return error with { RetryAfter = ResponseText.RetryAfterOf(response, time), IsAmbiguous = status is 502 or 504 };
    }

    private static async Task<byte[]> ReadPrefixAsync(HttpContent content, CancellationToken cancellationToken)
    {
        var buffer = new byte[MaxBodyBytes];
        var length = 0;
        try
        {
            using var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The status is known, even if the body breaks off or cannot be decompressed.
        }

        return buffer[..length];
    }

    private static EngineError? ParseErrorObject(byte[] body, int status, HttpRequestMessage? request)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return null;
            }

            string? type = null, message = null, user = null;
            string? permissions = null;
            int? code = null;
            IReadOnlyList<ModelProblem> problems = [];
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var property = LenientText.Read(in reader);
                reader.Read();
                switch (property)
                {
                    case "type" when reader.TokenType == JsonTokenType.String: type = LenientText.Read(in reader); break;
                    case "message" when reader.TokenType == JsonTokenType.String: message = LenientText.Read(in reader); break;
                    case "code" when reader.TokenType is JsonTokenType.Number or JsonTokenType.String: code = ReadCode(in reader); break;
                    case "userId" when reader.TokenType == JsonTokenType.String: user = LenientText.Read(in reader); break;
                    case "missingAuthorizations" when reader.TokenType == JsonTokenType.StartArray: permissions = ReadMissingAuthorizations(ref reader); break;
                    case "details" when reader.TokenType == JsonTokenType.StartObject: problems = ModelProblem.ReadAll(JsonElement.ParseValue(ref reader)); break;
                    default: reader.Skip(); break;
                }
            }

            var reason = message is { Length: > 0 } ? message : "The engine gives no reason.";
            return type is null
                ? null
                : new EngineError(status, Safe(WithPermissions(reason, user, permissions)))
                {
                    Type = Safe(type),
                    Code = code,
                    ModelProblems = [.. problems.Select(problem => problem with { Message = SentSecrets.RemoveFrom(problem.Message, request) })],
                };
        }
        catch (JsonException)
        {
            return null;
        }

        string Safe(string text) => ResponseText.Sanitize(SentSecrets.RemoveFrom(text, request));
    }

    private static int? ReadCode(in Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Number when reader.TryGetInt32(out var number) => number,
        JsonTokenType.String when int.TryParse(reader.ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    private static string ReadMissingAuthorizations(ref Utf8JsonReader reader)
    {
        var text = new StringBuilder();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.PropertyName)
            {
                continue;
            }

            var property = LenientText.Read(in reader);
            reader.Read();
            if (reader.TokenType == JsonTokenType.String)
            {
                text.Append(property switch
                {
                    "permissionName" => text.Length == 0 ? "" : ", ",
                    "resourceName" => " on ",
                    _ => " ",
                }).Append(LenientText.Read(in reader));
            }
        }

        return text.ToString();
    }

    private static string WithPermissions(string message, string? user, string? permissions) =>
        permissions is { Length: > 0 } ? $"{message} (user '{user}' lacks {permissions})" : message;

    /// <summary>The target of a redirect without user and query, which may hold secrets. It may be relative.</summary>
    private static string TargetOf(Uri? location) => location switch
    {
        null => "nowhere",
        { IsAbsoluteUri: true, UserInfo.Length: > 0 } => location.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped),
        _ => location.OriginalString.Split('?', '#')[0],
    };

    private static string Describe(HttpResponseMessage response, byte[] body)
    {
        var status = (int)response.StatusCode;
        var origin = status switch
        {
            401 => "The engine requires credentials or refuses those that were sent. Check user, password or token",
            >= 300 and < 400 => $"The address redirects to '{TargetOf(response.Headers.Location)}', and redirects are not followed. Check the base address",
            404 => "There is no engine REST API at this path. Is the base address complete? It usually ends in /engine-rest.",
            503 => "The server is not available. An engine that allows one poll per worker id also answers this to a second poll",
            _ => "The answer is not the engine's. Check the base address and the proxies on the way",
        };
        origin = ResponseText.Sanitize(SentSecrets.RemoveFrom(origin, response.RequestMessage));

        // A page about refused credentials may repeat them. In other pages they are removed before the text is cut, or a part of them would remain.
        var page = status is 401 or 403 or 407 ? "" : SentSecrets.RemoveFrom(Encoding.UTF8.GetString(body), response.RequestMessage);
        var excerpt = ResponseText.Sanitize(SentSecrets.RemoveFrom(Markup.TextOf(page), response.RequestMessage));
        return excerpt.Length == 0 ? $"{origin.TrimEnd('.')}." : $"{origin.TrimEnd('.')}: {excerpt[..Math.Min(excerpt.Length, MaxExcerptCharacters)]}";
    }
}
