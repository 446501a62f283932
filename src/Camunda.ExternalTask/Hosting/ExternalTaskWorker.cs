using System.Security.Cryptography;
using Camunda.ExternalTask.Diagnostics;
using Camunda.ExternalTask.Hosting;
using Camunda.ExternalTask.Tasks;
using Camunda.ExternalTask.Worker.Shell;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Camunda.ExternalTask;

/// <summary>
/// A worker. It polls an engine for the tasks of its handlers, runs the handlers, and reports the results. A host starts and stops the
/// workers that <c>AddCamundaExternalTasks</c> adds. Without a host, <see cref="Create"/> creates one.
/// </summary>
/// <remarks>In a container it is a singleton, keyed by the worker's name. It opens and closes topics at run time.</remarks>
public sealed partial class ExternalTaskWorker : IAsyncDisposable, IDisposable
{
    /// <summary>Is the same for all workers of the process and distinguishes them from workers of a dead process.</summary>
    private static readonly string ProcessMark = RandomNumberGenerator.GetHexString(6, lowercase: true);
    private static int _workers;

    private readonly Lock _sync = new();
    private readonly List<HandlerInvoker> _handlers;
    private readonly List<TopicSubscription> _subscriptions = [];
    private readonly WorkerShells _shells;
    private readonly ExternalTaskWorkerOptions _options;
    private readonly IServiceProvider _services;
    private readonly WorkerIdentity _identity;
    private readonly WorkerRegistration _registration;
    private readonly WorkerObservers _observers;
    private readonly WorkerReporter _reporter;
    private readonly IDisposable? _reloads;
    private ServiceProvider? _ownServices;
    private bool _isPolling;
    private bool _isStopping;
    private bool _isDisposed;

    internal ExternalTaskWorker(WorkerRegistration registration, IServiceProvider services)
    {
        _options = services.GetRequiredService<IOptionsMonitor<ExternalTaskWorkerOptions>>().Get(registration.Name);
        _services = services;
        _registration = registration;
        _handlers = [.. registration.Handlers];
        _identity = new WorkerIdentity(
            _options.WorkerId ?? ApplicationName(services), ProcessSpace.Machine, Environment.ProcessId, ProcessMark, Interlocked.Increment(ref _workers));
        var log = EventLogOf(registration, services);
        var time = services.GetRequiredService<TimeProvider>();
        _observers = new WorkerObservers(log);
        _reporter = new WorkerReporter(_identity.Own, log, services.GetRequiredService<WorkerMetrics>(), _observers, time, _options.SummaryInterval);
        _shells = new WorkerShells(registration, _options, _identity, _reporter, services);
        registration.ReloadRefused = mistakes => _reporter.Report(new WorkerEvent(WorkerEventKind.SettingsRefused) { Message = mistakes });
        _reloads = services.GetRequiredService<IOptionsMonitor<ExternalTaskWorkerOptions>>().OnChange(Reload);
    }

    private IEnumerable<HandlerInvoker> AutoOpened => _handlers.Where(handler => WorkerPlanner.OpensByItself(handler, _options));

    /// <summary>The worker id as the engine sees it, without the number of the poll.</summary>
    public string WorkerId => _identity.Own;

    /// <summary>
    /// Whether the worker is started: true from <see cref="Start"/> to <see cref="StopAsync(CancellationToken)"/>. It does not indicate
    /// whether the engine answers.
    /// </summary>
    public bool IsActive { get; private set; }

    /// <summary>Creates a worker without a host. It has its own services, HTTP clients and logging.</summary>
    /// <param name="configure">Sets at least <see cref="ExternalTaskWorkerOptions.BaseAddress"/>.</param>
    /// <param name="build">
    /// Adds handlers, credentials, and services for handlers; null adds none, and the application opens topics by
    /// <see cref="Subscribe(string, Func{ExternalTaskContext, CancellationToken, Task{TaskOutcome}}, Func{HandlerDescriptor, HandlerDescriptor}?)"/>.
    /// </param>
    /// <exception cref="OptionsValidationException">An option is invalid; the message names it and the reason.</exception>
    public static ExternalTaskWorker Create(Action<ExternalTaskWorkerOptions> configure, Action<ExternalTaskWorkerBuilder>? build = null)
    {
        ArgumentNullException.ThrowIfNull(configure);
        var services = new ServiceCollection();
        services.AddLogging();
        build?.Invoke(services.AddCamundaExternalTasks(configure));
        if (build is null)
        {
            services.AddCamundaExternalTasks(configure);
        }

        var provider = services.BuildServiceProvider();
        var worker = provider.GetRequiredService<ExternalTaskWorker>();
        worker._ownServices = provider;
        return worker;
    }

    /// <summary>
    /// Starts polling. A second call does nothing. A stopped worker can be started again any number of times, and then serves the topics
    /// that were open before. During a stop, the start takes effect when the stop has completed, so the worker never polls twice. Another
    /// stop before that cancels the start.
    /// </summary>
    /// <exception cref="InvalidOperationException">
    /// The worker has no handler, two handlers conflict, a service of a handler is missing, or a JSON type is not registered.
    /// </exception>
    /// <exception cref="ObjectDisposedException">The worker is disposed.</exception>
    public void Start()
    {
        lock (_sync)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            if (IsActive)
            {
                return;
            }

            if (_handlers.Count > 0 || _subscriptions.Count == 0)
            {
                WorkerPlanner.Check(_handlers, _options, _registration.Section);
            }

            Prepare(_handlers);
            IsActive = true;
            if (!_observers.AreAttached)
            {
                _observers.Attach(_registration.Observers.Select(create => create(_services)));
            }

            if (!_isStopping)
            {
                Poll();
            }
        }
    }

    /// <summary>
    /// Stops gracefully: the worker sends no new poll, waits for running handlers during the shutdown grace period, and still sends
    /// results. A second call does nothing. The worker can be started again. Until it is disposed or its host stops, it releases tasks that
    /// the engine locks for polls that the stop aborted.
    /// </summary>
    /// <param name="cancellationToken">Ends the grace period.</param>
    public Task StopAsync(CancellationToken cancellationToken = default) => StopAsync(isFinal: false, cancellationToken);

    /// <summary>Stops the worker permanently.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (_sync)
        {
            _isDisposed = true;
        }

        await StopAsync(isFinal: true, CancellationToken.None).ConfigureAwait(false);
        _reloads?.Dispose();
        _reporter.Dispose();
        if (Interlocked.Exchange(ref _ownServices, null) is { } services)
        {
            await services.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Stops the worker permanently and blocks until it has stopped, for containers that are disposed synchronously. Prefer <see cref="DisposeAsync"/>.</summary>
    public void Dispose() => this.DisposeAndWait();

    /// <param name="isFinal">
    /// Whether the process is about to exit. If so, sweeps for aborted polls end soon, including those of earlier stops.
    /// </param>
    /// <param name="cancellationToken">Ends the grace period.</param>
    internal async Task StopAsync(bool isFinal, CancellationToken cancellationToken)
    {
        WorkerShell[] shells;
        bool begins;
        string[] topics = [];
        lock (_sync)
        {
            IsActive = false;
            begins = _isPolling;
            if (begins)
            {
                _isPolling = false;
                _isStopping = true;
                topics =
                [
                    .. AutoOpened.Select(handler => handler.Descriptor.Topic),
                    .. _subscriptions.Where(subscription => subscription.Pause()).Select(subscription => subscription.Topic),
                ];
            }

            shells = _shells.All;
        }

        if (begins)
        {
            _reporter.Report(new WorkerEvent(WorkerEventKind.WorkerStopping));
        }

        await Task.WhenAll(shells.Select(shell => shell.StopAsync(keepSweeping: !isFinal, cancellationToken))).ConfigureAwait(false);
        if (begins)
        {
            Stopped(topics);
        }
    }

    private void Stopped(string[] topics)
    {
        foreach (var topic in topics)
        {
            _reporter.Report(new WorkerEvent(WorkerEventKind.Unsubscribed) { Topic = topic });
        }

        _reporter.Digest.Flush();
        _reporter.Report(new WorkerEvent(WorkerEventKind.WorkerStopped));
        lock (_sync)
        {
            _isStopping = false;
            if (IsActive)
            {
                Poll();
            }
        }
    }
}
