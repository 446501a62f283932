using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Camunda.ExternalTask.Http;

/// <summary>Removes what a request carried in its headers from texts that came back: proxies and gateways repeat it in their pages.</summary>
internal static class SentSecrets
{
    private const string Removed = "(credentials removed)";
    private const int MinSecretCharacters = 3;
    private const int MinHeaderCharacters = 8;

    /// <summary>Headers of the protocol and of tracing, which carry no secrets. Any other header may be a key of a gateway.</summary>
    private static readonly HashSet<string> Harmless = new(StringComparer.OrdinalIgnoreCase)
    {
        "Accept", "Accept-Encoding", "Accept-Language", "Connection", "Date", "Expect", "Host", "Keep-Alive", "traceparent", "tracestate", "Transfer-Encoding",
        "Upgrade", "User-Agent",
    };

    /// <summary>Removes the values of the request's headers from a text, in the forms in which pages and messages repeat them.</summary>
    /// <param name="text">The text of an answer.</param>
    /// <param name="request">The request as it was sent, or null.</param>
    public static string RemoveFrom(string text, HttpRequestMessage? request)
    {
        if (request is null || text.Length == 0)
        {
            return text;
        }

        foreach (var secret in SecretsOf(request.Headers).SelectMany(static secret => FormsOf(secret)).Distinct().OrderByDescending(static form => form.Length))
        {
            text = text.Replace(secret, Removed, StringComparison.Ordinal);
        }

        return text;
    }

    private static IEnumerable<string> SecretsOf(HttpRequestHeaders headers)
    {
        foreach (var (name, values) in headers.NonValidated)
        {
            if (Harmless.Contains(name))
            {
                continue;
            }

            foreach (var value in values)
            {
                var isCredential = name.EndsWith("Authorization", StringComparison.OrdinalIgnoreCase) && AuthenticationHeaderValue.TryParse(value, out _);
                foreach (var secret in isCredential ? CredentialsOf(AuthenticationHeaderValue.Parse(value)) : value.Length < MinHeaderCharacters ? [] : [value])
                {
                    yield return secret;
                }
            }
        }
    }

    private static IEnumerable<string> CredentialsOf(AuthenticationHeaderValue sent)
    {
        if (sent.Parameter is not { Length: > 0 } parameter)
        {
            yield break;
        }

        yield return parameter;
        if (sent.Scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase) && DecodeBasic(parameter) is { } pair)
        {
            yield return pair;
            if (pair[(pair.IndexOf(':', StringComparison.Ordinal) + 1)..] is { Length: >= MinSecretCharacters } password)
            {
                yield return password;
            }
        }
    }

    private static IEnumerable<string> FormsOf(string secret) =>
        [secret, Uri.EscapeDataString(secret), WebUtility.UrlEncode(secret), WebUtility.HtmlEncode(secret)];

    private static string? DecodeBasic(string parameter)
    {
        var bytes = new byte[parameter.Length];
        return Convert.TryFromBase64String(parameter, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : null;
    }
}
