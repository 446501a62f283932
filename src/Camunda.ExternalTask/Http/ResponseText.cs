using System.Buffers;

namespace Camunda.ExternalTask.Http;

/// <summary>Makes text and headers from a server safe for logs and messages.</summary>
internal static class ResponseText
{
    private static readonly TimeSpan MaxRetryAfter = TimeSpan.FromMinutes(5);

    /// <summary>Line and paragraph separators, and the characters that change the direction of text or hide it.</summary>
    private static readonly SearchValues<char> Deceptive = SearchValues.Create(
        "\u2028\u2029\u200E\u200F\u061C\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\u200B\uFEFF");

    /// <summary>Trims a text and replaces control characters, line separators and characters that change the direction of text.</summary>
    public static string Sanitize(string text) => Neutralize(text.Trim());

    /// <summary>Replaces control characters, line separators and characters that change the direction of text, which could forge log lines.</summary>
    public static string Neutralize(string text)
    {
        var span = text.AsSpan();
        return !span.ContainsAnyInRange('\0', '\u001F') && !span.ContainsAnyInRange('\u007F', '\u009F') && !span.ContainsAny(Deceptive)
            ? text
            : string.Create(text.Length, text, static (span, source) =>
            {
                for (var i = 0; i < span.Length; i++)
                {
                    span[i] = char.IsControl(source[i]) || Deceptive.Contains(source[i]) ? ' ' : source[i];
                }
            });
    }

    /// <summary>Returns the wait that the server requests, at most five minutes; null if it requests none.</summary>
    public static TimeSpan? RetryAfterOf(HttpResponseMessage response, TimeProvider time)
    {
        var wait = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - (response.Headers.Date ?? time.GetUtcNow()),
            _ => (TimeSpan?)null,
        };
        return wait is { } value && value > TimeSpan.Zero ? value < MaxRetryAfter ? value : MaxRetryAfter : null;
    }
}
