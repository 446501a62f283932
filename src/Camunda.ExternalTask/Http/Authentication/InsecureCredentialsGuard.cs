namespace Camunda.ExternalTask.Http.Authentication;

/// <summary>
/// Blocks requests that would send credentials over plain HTTP to another machine. It runs last, so it sees all credentials and the final
/// address.
/// </summary>
internal sealed class InsecureCredentialsGuard(bool isAllowed, bool marksRequests) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!isAllowed && request.Headers.Authorization is not null && request.RequestUri is { Scheme: "http", IsLoopback: false } address)
        {
            throw new PipelineException($"The request was not sent: it would send credentials over plain HTTP to '{address.Host}'. Use https, or set AllowInsecureCredentials.");
        }

        if (marksRequests)
        {
            RequestMark.MarkSent(request);
        }

        return base.SendAsync(request, cancellationToken);
    }
}
