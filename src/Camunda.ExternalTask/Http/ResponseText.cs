namespace Camunda.ExternalTask.Http;

/// <summary>Makes text and headers from a server safe for logs and messages.</summary>
internal static class ResponseText
{
    private static readonly TimeSpan MaxRetryAfter = TimeSpan.FromMinutes(5);

    /// <summary>Replaces control characters and line separators, which would break a log line.</summary>
    public static string Sanitize(string text)
    {
        text = text.Trim();
        return text.AsSpan().IndexOfAnyInRange('\0', '\u001F') < 0 && !text.Contains('\u2028')
            ? text
            : string.Create(text.Length, text, static (span, source) =>
            {
                for (var i = 0; i < span.Length; i++)
                {
                    span[i] = char.IsControl(source[i]) || source[i] is '\u2028' or '\u2029' ? ' ' : source[i];
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
