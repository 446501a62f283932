using System.Collections.Concurrent;
using System.Text;
using Camunda.ExternalTask.Conformance.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace Camunda.ExternalTask.Client.Conformance.Tests;

/// <summary>What stands in front of each request of a worker.</summary>
public sealed class InterceptorCases
{
    [Theory, Engines]
    public async Task Case114_What_an_interceptor_adds_is_on_every_request_downloads_of_files_included(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        await session.DeployTwoTasksAsync();
        await session.Engine.StartAsync("one~", """{"variables":{"file":{"type":"File","value":"aGVsbG8=","valueInfo":{"filename":"a.txt","mimeType":"text/plain"}}}}""");
        var sent = new ConcurrentQueue<(string Call, string? Header)>();
        var content = "";
        session.StartWorker(builder => builder
            .AddHandler(session.Engine.Own("one~"), async (context, token) =>
            {
                content = Encoding.UTF8.GetString((await context.Variables.Get<CamundaFile>("file")!.LoadAsync(token)).Span);
                await context.ExtendLockAsync(TimeSpan.FromMinutes(1), token);
                return TaskOutcome.Completed();
            })
            .AddInterceptor(static request => request.Headers.Add("X-Correlation", "7"))
            .ConfigureHttpClients(client => client.AddHttpMessageHandler(() => new Probe(sent))));
        await session.FetchUntilAsync("two~");

        Assert.Equal("hello", content);
        Assert.All(sent, static request => Assert.Equal("7", request.Header));
        Assert.Empty(new[] { "fetchAndLock", "data", "extendLock", "complete" }.Except(sent.Select(static request => request.Call)));
    }

    private sealed class Probe(ConcurrentQueue<(string Call, string? Header)> sent) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            sent.Enqueue((request.RequestUri!.Segments[^1], request.Headers.TryGetValues("X-Correlation", out var values) ? string.Join("|", values) : null));
            return base.SendAsync(request, cancellationToken);
        }
    }
}
