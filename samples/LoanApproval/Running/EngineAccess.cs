using System.Net.Http.Headers;
using System.Text;
using Camunda.ExternalTask;
using Camunda.ExternalTask.Testing;

namespace LoanApproval.Running;

/// <summary>Connects the worker and the rest of the sample to the engine, in memory or real.</summary>
internal sealed class EngineAccess : IAsyncDisposable
{
    private readonly InMemoryEngine? _inMemory;
    private readonly SampleOptions _options;

    private EngineAccess(SampleOptions options)
    {
        _options = options;
        _inMemory = options.EngineUrl is null ? new InMemoryEngine() : null;
        Url = options.EngineUrl ?? InMemoryEngine.BaseAddress;
        Http = new HttpClient(_inMemory?.CreateHandler() ?? new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(5) }) { BaseAddress = Url };
        if (options is { User: { } user, Password: { } password })
        {
            Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}")));
        }
    }

    public Uri Url { get; }

    /// <summary>The HTTP client for deployments, process starts and queries. The worker has its own connections.</summary>
    public HttpClient Http { get; }

    public string Name => _inMemory is null ? $"the engine at {Url}" : "an engine in memory";

    public static EngineAccess Open(SampleOptions options) => new(options);

    public void Configure(ExternalTaskWorkerBuilder worker)
    {
        if (_inMemory is not null)
        {
            worker.ConfigurePrimaryHttpMessageHandler(_ => _inMemory.CreateHandler());
        }

        if (_options is { User: { } user, Password: { } password })
        {
            worker.UseBasicAuthentication(user, password);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (_inMemory is not null)
        {
            await _inMemory.DisposeAsync();
        }
    }
}
