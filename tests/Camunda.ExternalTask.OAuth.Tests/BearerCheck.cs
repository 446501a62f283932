using System.Net;

namespace Camunda.ExternalTask.OAuth.Tests;

/// <summary>Stands in front of the engine and lets only those through who have a token of the server.</summary>
internal sealed class BearerCheck(TokenServer tokens, HttpMessageHandler engine) : DelegatingHandler(engine)
{
    private int _refused;

    public int Refused => Volatile.Read(ref _refused);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Headers.Authorization is { Scheme: "Bearer", Parameter: var token } && await tokens.TakesAsync(token))
        {
            return await base.SendAsync(request, cancellationToken);
        }

        Interlocked.Increment(ref _refused);
        return new(HttpStatusCode.Unauthorized) { RequestMessage = request };
    }
}
