namespace Camunda.ExternalTask.Http.Authentication;

/// <summary>The last of the handlers: keeps back what would carry credentials over plain HTTP to another machine, wherever the credentials and the address came from.</summary>
internal sealed class InsecureCredentialsGuard(bool isAllowed, bool marksRequests) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!isAllowed && request.Headers.Authorization is not null && request.RequestUri is { Scheme: "http", IsLoopback: false } address)
        {
            throw new PipelineException($"The request was not sent: credentials would go over plain HTTP to '{address.Host}'. Use https, or set AllowInsecureCredentials.");
        }

        if (marksRequests)
        {
            RequestMark.MarkSent(request);
        }

        return base.SendAsync(request, cancellationToken);
    }
}
