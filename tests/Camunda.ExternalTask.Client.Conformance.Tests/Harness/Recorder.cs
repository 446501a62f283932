using System.Collections.Concurrent;

namespace Camunda.ExternalTask.Client.Conformance.Tests;

/// <summary>Keeps what the library sends, on its way to an engine.</summary>
internal sealed class Recorder(HttpMessageHandler engine, ConcurrentQueue<SentRequest> sent) : DelegatingHandler(engine)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var path = request.RequestUri!.PathAndQuery;
        sent.Enqueue(new(request.Method.Method, path[(path.IndexOf("/engine-rest/", StringComparison.Ordinal) + 13)..], request.Content?.Headers.ContentType?.MediaType, body));
        return await base.SendAsync(request, cancellationToken);
    }
}
