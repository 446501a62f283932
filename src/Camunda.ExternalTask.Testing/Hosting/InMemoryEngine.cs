using Camunda.ExternalTask.Testing.Hosting;
using Camunda.ExternalTask.Testing.Operations;
using Camunda.ExternalTask.Testing.Rest;

namespace Camunda.ExternalTask.Testing;

/// <summary>
/// A small process engine in memory with the REST API that external-task workers use, answering as the real engines do, quirks and error
/// bodies included.
/// </summary>
/// <remarks>
/// Workers reach it by <see cref="CreateHandler"/> or, over a real connection, by <see cref="ListenAsync"/>. It executes start and end
/// events, sequence flows with conditions,
/// external tasks of every kind with their parameters, expressions on service tasks, exclusive and parallel gateways, error boundary
/// events, error end events and
/// subprocesses; a model with anything else is refused at deployment. Safe for use by several threads.
/// </remarks>
public sealed partial class InMemoryEngine : IAsyncDisposable, IDisposable
{
    private readonly EngineCore _core;
    private readonly RestRouter _router;
    private readonly TimeProvider _time;
    private readonly List<InMemoryEngineListener> _listeners = [];

    /// <summary>Makes an empty engine.</summary>
    /// <param name="options">Clock, flavor and user; null for the defaults.</param>
    /// <exception cref="ArgumentException">The date format has a letter this engine does not know.</exception>
    public InMemoryEngine(InMemoryEngineOptions? options = null)
    {
        options ??= new();
        _time = options.TimeProvider;
        Flavor = options.Flavor;
        _core = new(options.TimeProvider, options.Flavor, options.KeepsHistory, new(options.DateFormat));
        _router = new(_core, options.User);
    }

    /// <summary>The product this engine answers as.</summary>
    public EngineFlavor Flavor { get; }

    /// <summary>A base address for clients of <see cref="CreateHandler"/>; its host is never looked up.</summary>
    public static Uri BaseAddress { get; } = new("http://engine.invalid/engine-rest/");

    /// <summary>A handler that answers every request in this process. It may be shared by clients; disposing it does no harm to the engine.</summary>
    public HttpMessageHandler CreateHandler() => new InMemoryEngineHandler(_router, _time);

    /// <summary>A client for this engine, the same that tests use for real ones.</summary>
    public EngineClient CreateClient() => new(new HttpClient(CreateHandler()) { BaseAddress = BaseAddress, Timeout = Timeout.InfiniteTimeSpan });

    /// <summary>Serves the REST API on this machine until the engine is disposed.</summary>
    /// <param name="port">A port; 0 takes a free one.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <returns>The API's address, such as <c>http://127.0.0.1:8080/engine-rest</c>.</returns>
    public async Task<Uri> ListenAsync(int port = 0, CancellationToken cancellationToken = default)
    {
        var listener = new InMemoryEngineListener(_router, _time);
        _listeners.Add(listener);
        return await listener.ListenAsync(port, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _core.Dispose();
        foreach (var listener in _listeners)
        {
            await listener.DisposeAsync().ConfigureAwait(false);
        }

        _listeners.Clear();
    }
}
