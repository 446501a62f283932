using System.Net;
using Camunda.ExternalTask.Testing.Rest;
using Camunda.ExternalTask.Testing.Rest.Routing;

namespace Camunda.ExternalTask.Testing.Hosting;

/// <summary>Answers the requests of an HttpClient within this process.</summary>
internal sealed class InMemoryEngineHandler(RestRouter router, TimeProvider time) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        var uri = request.RequestUri!;
        var answering = router.HandleAsync(new(
            request.Method.Method,
            uri.GetLeftPart(UriPartial.Authority),
            uri.AbsolutePath,
            uri.Query,
            request.Content?.Headers.ContentType?.ToString(),
            request.Headers.Authorization?.ToString(),
            body)).AsTask();

        // The engine continues with a canceled request, as the real one does. This includes waiting polls.
        var answer = await answering.WaitAsync(cancellationToken).ConfigureAwait(false);
        return Respond(request, answer);
    }

    private HttpResponseMessage Respond(HttpRequestMessage request, RestResponse answer)
    {
        var response = new HttpResponseMessage((HttpStatusCode)answer.Status)
        {
            RequestMessage = request,
            Content = new ByteArrayContent(answer.Body ?? []),
        };
        response.Headers.Date = time.GetUtcNow();
        if (answer.ContentType is not null)
        {
            response.Content.Headers.TryAddWithoutValidation("Content-Type", answer.ContentType);
        }

        foreach (var (name, value) in answer.Headers)
        {
            if (!response.Headers.TryAddWithoutValidation(name, value))
            {
                response.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return response;
    }
}
