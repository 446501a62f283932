using Camunda.ExternalTask.Testing;

namespace Camunda.ExternalTask.Package.Tests.Newcomer;

/// <summary>The engine that a scenario's worker polls: in memory on a port, or the one of <c>CAMUNDA_REST_URL</c>.</summary>
internal sealed class ScenarioEngine : IAsyncDisposable
{
    private readonly InMemoryEngine? _inMemory;

    private ScenarioEngine(InMemoryEngine? inMemory, EngineClient client, Uri address) => (_inMemory, Client, Address) = (inMemory, client, address);

    public EngineClient Client { get; }

    public Uri Address { get; }

    public static async Task<ScenarioEngine> OpenAsync()
    {
        if (Environment.GetEnvironmentVariable("CAMUNDA_REST_URL") is { Length: > 0 } url)
        {
            return new(null, new EngineClient(new Uri(url)), new Uri(url));
        }

        var engine = new InMemoryEngine();
        return new(engine, engine.CreateClient(), await engine.ListenAsync(cancellationToken: TestContext.Current.CancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (_inMemory is not null)
        {
            await _inMemory.DisposeAsync();
        }
    }
}
