using Camunda.ExternalTask.Testing.Hosting;
using Camunda.ExternalTask.Testing.Operations;
using Camunda.ExternalTask.Testing.Rest;

namespace Camunda.ExternalTask.Testing;

/// <summary>
/// A process engine in memory for tests, with the REST API that external-task workers use. Its answers match those of the real engines,
/// including error bodies and quirks.
/// </summary>
/// <remarks>
/// <para>Workers connect through <see cref="CreateHandler"/>, or over a port through <see cref="ListenAsync"/>.</para>
/// <para>
/// The engine executes the elements of BPMN that Camunda 7 executes, except complex gateways and scripts: what a model implements in Java or as a script, the
/// test implements with <see cref="Implement(string, Action{DelegateExecution})"/>. It rejects models with other elements at deployment.
/// </para>
/// <para>Instances are thread-safe.</para>
/// </remarks>
public sealed partial class InMemoryEngine : IAsyncDisposable, IDisposable
{
    private readonly EngineCore _core;
    private readonly RestRouter _router;
    private readonly TimeProvider _time;
    private readonly List<InMemoryEngineListener> _listeners = [];

    /// <summary>Creates an engine without deployments.</summary>
    /// <param name="options">The options; null for the defaults.</param>
    /// <exception cref="ArgumentException">The date format contains an unsupported letter.</exception>
    public InMemoryEngine(InMemoryEngineOptions? options = null)
    {
        options ??= new();
        _time = options.TimeProvider;
        Flavor = options.Flavor;
        _core = new(options.TimeProvider, options.Flavor, options.KeepsHistory, new(options.DateFormat), options.ExecutesJobs);
        _router = new(_core, options.User);
    }

    /// <summary>The product that this engine imitates.</summary>
    public EngineFlavor Flavor { get; }

    /// <summary>The base address for clients that use <see cref="CreateHandler"/>. Its host name is never resolved.</summary>
    public static Uri BaseAddress { get; } = new("http://engine.invalid/engine-rest/");

    /// <summary>Creates a handler that answers requests within this process.</summary>
    /// <returns>A handler that several clients can share. Disposing it does not affect the engine.</returns>
    public HttpMessageHandler CreateHandler() => new InMemoryEngineHandler(_router, _time);

    /// <summary>Creates a client for this engine, of the type that tests use for real engines, too.</summary>
    public EngineClient CreateClient() =>
        new(new HttpClient(CreateHandler()) { BaseAddress = BaseAddress, Timeout = Timeout.InfiniteTimeSpan });

    /// <summary>Serves the REST API on a port of this machine until the engine is disposed.</summary>
    /// <param name="port">The port; 0 selects a free one.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <returns>The base address of the API, such as <c>http://127.0.0.1:8080/engine-rest</c>.</returns>
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
