using System.Net;
using System.Text;
using Camunda.ExternalTask.Http;

namespace Camunda.ExternalTask.Protocol;

/// <summary>
/// Detects success responses that the engine did not send: a login page behind a redirect that the HTTP client followed, the page of a captive portal, a proxy's
/// greeting. Accepting one would make a result look delivered although the engine did not receive it.
/// </summary>
internal static class AnswerCheck
{
    private const string Html = "text/html";
    private const int MaxExcerptCharacters = 300;

    /// <summary>More than an excerpt, so that credentials at its end are recognized.</summary>
    private const int MaxExcerptBytes = 16 * 1024;

    /// <summary>Returns the error of an answer with a success status that is not the engine's, or null.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="call">The call that was sent.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static async ValueTask<EngineError?> FaultOfAsync(
        HttpResponseMessage response, EngineCall call, CancellationToken cancellationToken)
    {
        if (RedirectedTo(response.RequestMessage, call) is { } target)
        {
            return Foreign(
                response,
                $"the HTTP client followed a redirect to '{target}', so the call was not performed. "
                + "Check the base address and the credentials, and switch redirects off (AllowAutoRedirect = false)");
        }

        var mediaType = response.Content.Headers.ContentType?.MediaType;
        return call.Expected switch
        {
            ExpectedAnswer.Json or ExpectedAnswer.Text when response.Content.Headers.ContentEncoding is { Count: > 0 } encodings && !encodings.Contains("identity") => Foreign(
                response,
                $"the answer is compressed ({string.Join(", ", encodings)}), although the request did not allow it. "
                + "Enable AutomaticDecompression, or switch compression off in the proxy"),
            ExpectedAnswer.Json when response.StatusCode == HttpStatusCode.NoContent =>
                Foreign(response, "the answer is empty, but the engine answers JSON to this call. Check the base address and the proxies on the way"),
            ExpectedAnswer.Json or ExpectedAnswer.Text when mediaType is Html => NotTheEngines(response, excerpt: ""),
            ExpectedAnswer.Nothing when MayHaveBody(response) && await ExcerptAsync(response, cancellationToken).ConfigureAwait(false) is { Length: > 0 } excerpt =>
                NotTheEngines(response, excerpt),
            _ => null,
        };
    }

    /// <summary>Returns where a redirect led, or null. Message handlers may change scheme, host and the beginning of the path; only a redirect changes the call.</summary>
    private static string? RedirectedTo(HttpRequestMessage? request, EngineCall call)
    {
        if (request?.RequestUri is not { IsAbsoluteUri: true } address || (request.Method == call.Method && EndsWith(address, call.Path)))
        {
            return null;
        }

        return ResponseText.Neutralize(address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped));
    }

    private static bool EndsWith(Uri address, string path)
    {
        var query = path.IndexOf('?', StringComparison.Ordinal);
        return Uri.UnescapeDataString(address.AbsolutePath).EndsWith(Uri.UnescapeDataString(query < 0 ? path : path[..query]), StringComparison.Ordinal);
    }

    private static bool MayHaveBody(HttpResponseMessage response) => response.StatusCode != HttpStatusCode.NoContent && response.Content.Headers.ContentLength != 0;

    private static EngineError NotTheEngines(HttpResponseMessage response, string excerpt)
    {
        var mediaType = response.Content.Headers.ContentType?.MediaType ?? "no media type";
        var words = mediaType == Html || excerpt.Length == 0 || Markup.TextOf(excerpt) is not { Length: > 0 } text ? "" : $": {text}";
        return Foreign(response, $"the answer ({mediaType}) is not the engine's. Check the base address (it usually ends in /engine-rest) and the proxies on the way{words}");
    }

    /// <summary>Reads the beginning of the body. An unreadable body counts as empty, because the status is a success.</summary>
    private static async ValueTask<string> ExcerptAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            var bytes = new byte[MaxExcerptBytes];
            using var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            var length = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
            return ErrorText.Cut(ResponseText.Sanitize(SentSecrets.RemoveFrom(Encoding.UTF8.GetString(bytes, 0, length), response.RequestMessage)), MaxExcerptCharacters);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return "";
        }
    }

    private static EngineError Foreign(HttpResponseMessage response, string what) =>
        new((int)response.StatusCode, $"{char.ToUpperInvariant(what[0])}{what[1..]}.") { IsForeign = true, IsAmbiguous = true };
}
