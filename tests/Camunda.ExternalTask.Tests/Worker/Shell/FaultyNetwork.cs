using Camunda.ExternalTask.Tests.Security;

namespace Camunda.ExternalTask.Tests.Worker.Shell;

/// <summary>A network between worker and engine that does what a test says to the next matching request.</summary>
internal sealed class FaultyNetwork
{
    private readonly Lock _sync = new();
    private readonly List<(string Path, Func<Func<Task<HttpResponseMessage>>, Task<HttpResponseMessage>> Fault)> _faults = [];

    public List<string> Paths { get; } = [];

    /// <summary>The engine does what it was asked for, but its answer is lost.</summary>
    public void LoseAnswer(string path) => Next(path, async send =>
    {
        (await send()).Dispose();
        throw new HttpRequestException(HttpRequestError.ResponseEnded, "the answer was lost");
    });

    /// <summary>Something else answers.</summary>
    public void Answer(string path, Func<HttpResponseMessage> response) => Next(path, _ => Task.FromResult(response()));

    public void Next(string path, Func<Func<Task<HttpResponseMessage>>, Task<HttpResponseMessage>> fault)
    {
        lock (_sync)
        {
            _faults.Add((path, fault));
        }
    }

    public HttpMessageHandler Before(HttpMessageHandler engine) => new Handler(this) { InnerHandler = engine };

    private Func<Func<Task<HttpResponseMessage>>, Task<HttpResponseMessage>>? FaultOf(string path)
    {
        lock (_sync)
        {
            Paths.Add(path);
            var index = _faults.FindIndex(fault => path.EndsWith(fault.Path, StringComparison.Ordinal));
            if (index < 0)
            {
                return null;
            }

            var fault = _faults[index].Fault;
            _faults.RemoveAt(index);
            return fault;
        }
    }

    private sealed class Handler(FaultyNetwork network) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            CanaryWatch.Check("address", request.RequestUri!.ToString());
            if (network.FaultOf(request.RequestUri!.AbsolutePath) is not { } fault)
            {
                return await base.SendAsync(request, cancellationToken);
            }

            var response = await fault(() => base.SendAsync(request, cancellationToken));
            response.RequestMessage ??= request;
            return response;
        }
    }
}
