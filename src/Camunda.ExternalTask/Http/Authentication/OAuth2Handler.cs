using System.Net;
using System.Net.Http.Headers;

namespace Camunda.ExternalTask.Http.Authentication;

/// <summary>
/// Sends a token of the client credentials grant. If the server answers 401, the handler repeats the request once with a new token.
/// </summary>
internal sealed class OAuth2Handler(OAuth2TokenSource tokens) : CredentialsHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var token = await tokens.GetAsync(cancellationToken).ConfigureAwait(false);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode != HttpStatusCode.Unauthorized)
        {
            tokens.Accept();
            return response;
        }

        var another = await tokens.ReplaceAsync(token, cancellationToken).ConfigureAwait(false);
        if (another is null || !CanBeSentAgain(request.Content))
        {
            return response;
        }

        response.Dispose();
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", another);
        response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode != HttpStatusCode.Unauthorized)
        {
            tokens.Accept();
        }
        else
        {
            await tokens.ReplaceAsync(another, cancellationToken).ConfigureAwait(false);
        }

        return response;
    }

    /// <summary>Whether the content can be sent twice. A stream cannot, because the first attempt has read it.</summary>
    private static bool CanBeSentAgain(HttpContent? content) => content is null or ReadOnlyMemoryContent or ByteArrayContent;
}
