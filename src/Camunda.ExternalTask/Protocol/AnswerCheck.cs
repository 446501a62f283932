using System.Net;
using System.Text;
using Camunda.ExternalTask.Http;

namespace Camunda.ExternalTask.Protocol;

/// <summary>
/// Tells the engine's success from a success of something else: a login page behind a redirect that the HTTP client followed, the page of a captive portal, a proxy's
/// greeting. Taken for the engine's, it would make a result look delivered that the engine never saw.
/// </summary>
internal static class AnswerCheck
{
    private const string Html = "text/html";
    private const int MaxExcerptBytes = 300;

    /// <summary>What is wrong with an answer that has a success status, or null if it is the engine's.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="call">The call that was sent.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static async ValueTask<EngineError?> FaultOfAsync(
        HttpResponseMessage response, EngineCall call, CancellationToken cancellationToken)
    {
        if (RedirectedTo(response.RequestMessage, call) is { } target)
        {
            return Foreign(response, $"the HTTP client followed a redirect to '{target}', which did not carry out the call; check the base address and the credentials, and do not follow redirects (AllowAutoRedirect = false)");
        }

        var mediaType = response.Content.Headers.ContentType?.MediaType;
        return call.Expected switch
        {
            ExpectedAnswer.Json when response.StatusCode == HttpStatusCode.NoContent => Foreign(response, "the answer is empty where the engine sends JSON"),
            ExpectedAnswer.Json or ExpectedAnswer.Text when mediaType is Html => NotTheEngines(response, excerpt: ""),
            ExpectedAnswer.Nothing when MayHaveBody(response) && await ExcerptAsync(response, cancellationToken).ConfigureAwait(false) is { Length: > 0 } excerpt =>
                NotTheEngines(response, excerpt),
            _ => null,
        };
    }

    /// <summary>Message handlers may change scheme, host and the beginning of the path; only a redirect leads to another call.</summary>
    private static string? RedirectedTo(HttpRequestMessage? request, EngineCall call)
    {
        if (request?.RequestUri is not { IsAbsoluteUri: true } address || (request.Method == call.Method && EndsWith(address, call.Path)))
        {
            return null;
        }

        return address.GetLeftPart(UriPartial.Path);
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
        var words = mediaType == Html || excerpt.Length == 0 ? "" : $": {excerpt}";
        return Foreign(response, $"the answer ({mediaType}) is not the engine's; check the base address (it usually ends in /engine-rest) and the proxies on the way{words}");
    }

    /// <summary>The beginning of the body. What cannot be read counts as empty: the status says success.</summary>
    private static async ValueTask<string> ExcerptAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            var bytes = new byte[MaxExcerptBytes];
            using var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            var length = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
            return ResponseText.Sanitize(Encoding.UTF8.GetString(bytes, 0, length));
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            return "";
        }
    }

    private static EngineError Foreign(HttpResponseMessage response, string what) =>
        new((int)response.StatusCode, $"{char.ToUpperInvariant(what[0])}{what[1..]}.") { IsForeign = true, IsAmbiguous = true };
}
