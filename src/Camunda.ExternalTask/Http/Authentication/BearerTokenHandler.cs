using System.Net.Http.Headers;

namespace Camunda.ExternalTask.Http.Authentication;

/// <summary>Sends the bearer token that a delegate returns for each request.</summary>
internal sealed class BearerTokenHandler(Func<CancellationToken, ValueTask<string>> getToken) : CredentialsHandler
{
    private const string Source = "the bearer token source";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string token;
        try
        {
            token = await getToken(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            throw PipelineException.NotSent(Source, exception);
        }

        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Checked(token, Source));
        return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }
}
