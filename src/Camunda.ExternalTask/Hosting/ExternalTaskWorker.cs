using System.Reflection;
using System.Security.Cryptography;
using Camunda.ExternalTask.Diagnostics;
using Camunda.ExternalTask.Hosting;
using Camunda.ExternalTask.Protocol;
using Camunda.ExternalTask.Tasks;
using Camunda.ExternalTask.Values.Dates;
using Camunda.ExternalTask.Worker.Core;
using Camunda.ExternalTask.Worker.Shell;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Camunda.ExternalTask;

/// <summary>
/// A worker: it polls an engine for the tasks of its handlers, runs them, and reports what came of it. A host starts and stops the ones that
/// <c>AddCamundaExternalTasks</c> adds; without a host <see cref="Create"/> makes one.
/// </summary>
/// <remarks>In a container it is a singleton, keyed by the worker's name, through which topics are opened and closed at run time.</remarks>
public sealed partial class ExternalTaskWorker : IAsyncDisposable, IDisposable
{
    /// <summary>The same for all workers of the process, which tells them from those of a process that is dead.</summary>
    private static readonly string ProcessMark = RandomNumberGenerator.GetHexString(6, lowercase: true);
    private static int _workers;

    private readonly Lock _sync = new();
    private readonly List<HandlerInvoker> _handlers;
    private readonly List<TopicSubscription> _subscriptions = [];
    private readonly List<WorkerShell> _shells = [];
    private readonly ExternalTaskWorkerOptions _options;
    private readonly IServiceProvider _services;
    private readonly TimeProvider _time;
    private readonly EngineGateway _gateway;
    private readonly PredecessorId _ids;
    private readonly WorkerRegistration _registration;
    private readonly WorkerObservers _observers;
    private readonly WorkerReporter _reporter;
    private ServiceProvider? _ownServices;
    private int _shellsMade;
    private int _slotsReserved;
    private bool _isPolling;
    private bool _isStopping;
    private bool _isDisposed;

    internal ExternalTaskWorker(WorkerRegistration registration, IServiceProvider services)
    {
        var http = services.GetRequiredService<IHttpClientFactory>();
        _options = services.GetRequiredService<IOptionsMonitor<ExternalTaskWorkerOptions>>().Get(registration.Name);
        _services = services;
        _registration = registration;
        _handlers = [.. registration.Handlers];
        _time = services.GetRequiredService<TimeProvider>();
        _ids = new PredecessorId(
            _options.WorkerId ?? ApplicationName(services), Environment.MachineName, Environment.ProcessId, ProcessMark, Interlocked.Increment(ref _workers));
        var log = new EventLog(new GuardedLogger(services.GetRequiredService<ILoggerFactory>().CreateLogger("Camunda.ExternalTask.Worker")), _ids.Own);
        _observers = new WorkerObservers(log, _ids.Own);
        _reporter = new WorkerReporter(log, services.GetRequiredService<WorkerMetrics>(), _observers);
        _gateway = new EngineGateway(
            new EngineConnection(http.CreateClient(registration.PollingClient), _time),
            new EngineConnection(http.CreateClient(registration.SettlingClient), _time),
            new GatewayOptions(_time)
            {
                UsePriority = _options.UsePriority,
                CreateTimeOrder = _options.CreateTimeOrder,
                RequestTimeout = _options.RequestTimeout,
                MaxResponseBytes = _options.MaxResponseBytes,
                DateFormat = EngineDateFormat.Parse(_options.DateFormat),
            });
    }

    private IEnumerable<HandlerInvoker> AutoOpened => _handlers.Where(handler => WorkerPlanner.OpensByItself(handler, _options));

    /// <summary>The worker id as the engine sees it, without the number of the poll.</summary>
    public string WorkerId => _ids.Own;

    /// <summary>Whether the worker is started: true from <see cref="Start"/> to <see cref="StopAsync(CancellationToken)"/>. It says nothing of whether the engine answers.</summary>
    public bool IsActive { get; private set; }

    /// <summary>Makes a worker without a host. It has services, HTTP clients and logging of its own.</summary>
    /// <param name="configure">Sets at least <see cref="ExternalTaskWorkerOptions.BaseAddress"/>.</param>
    /// <param name="build">Adds handlers, credentials, and services for handlers; null adds none, and topics are opened by <see cref="Subscribe(string, Func{ExternalTaskContext, CancellationToken, Task{TaskOutcome}}, Func{HandlerDescriptor, HandlerDescriptor}?)"/>.</param>
    /// <exception cref="OptionsValidationException">An option cannot work; the message says which and why.</exception>
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
    /// Starts to poll. Starting twice is starting once. A stopped worker may be started again, any number of times; topics that were open then are open again. While a stop is under way
    /// the start is noted at once and takes effect when the stop has ended, so that the worker never polls twice; another stop before that takes it back.
    /// </summary>
    /// <exception cref="InvalidOperationException">There is no handler, two handlers contradict each other, a service of a handler is missing, or a JSON type is not registered.</exception>
    /// <exception cref="ObjectDisposedException">The worker is disposed of.</exception>
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
                WorkerPlanner.Check(_handlers, _options);
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
    /// Stops cleanly: no new poll, running handlers get the shutdown grace, results still go out. Stopping twice is stopping once. The worker may be started again; meanwhile it goes on
    /// looking after polls that it has given up, as the engine may still lock a task for them, until it is disposed of or its host stops.
    /// </summary>
    /// <param name="cancellationToken">Ends the grace.</param>
    public Task StopAsync(CancellationToken cancellationToken = default) => StopAsync(isFinal: false, cancellationToken);

    /// <summary>Stops for good.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (_sync)
        {
            _isDisposed = true;
        }

        await StopAsync(isFinal: true, CancellationToken.None).ConfigureAwait(false);
        if (Interlocked.Exchange(ref _ownServices, null) is { } services)
        {
            await services.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Stops for good and blocks until the worker has stopped: for containers that are disposed synchronously. Prefer <see cref="DisposeAsync"/>.</summary>
    public void Dispose() => this.DisposeAndWait();

    /// <param name="isFinal">Whether the process ends: given-up polls are looked after for a moment only, those of earlier stops included.</param>
    /// <param name="cancellationToken">Ends the grace.</param>
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
                topics = [.. AutoOpened.Select(handler => handler.Descriptor.Topic), .. _subscriptions.Where(subscription => subscription.Pause()).Select(subscription => subscription.Topic)];
            }

            shells = [.. _shells];
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

    /// <summary>Finds what is missing before the first task does.</summary>
    private void Prepare(IReadOnlyList<HandlerInvoker> handlers)
    {
        ServiceCheck.Check(handlers, _registration.MiddlewareTypes, _services);
        foreach (var handler in handlers)
        {
            handler.Prepare();
        }
    }

    private void Poll()
    {
        _isPolling = true;
        List<HandlerInvoker> handlers = [.. AutoOpened];
        _reporter.Report(new WorkerEvent(WorkerEventKind.WorkerStarted)
        {
            Topics = [.. handlers.Select(static handler => handler.Descriptor.Topic).Distinct()],
            Engine = _options.BaseAddress?.GetLeftPart(UriPartial.Path) ?? "an address that is resolved for each request",
        });
        if (handlers.Count > 0)
        {
            handlers.ForEach(handler => _reporter.Report(new WorkerEvent(WorkerEventKind.Subscribed) { Topic = handler.Descriptor.Topic }));
            CreateShell(handlers).Start();
        }

        _subscriptions.ForEach(static subscription => subscription.Open());
    }

    private static string ApplicationName(IServiceProvider services) =>
        services.GetService<IHostEnvironment>()?.ApplicationName ?? Assembly.GetEntryAssembly()?.GetName().Name ?? "worker";

    /// <summary>Each shell counts its own polls, so each has a worker id of its own.</summary>
    private WorkerShell CreateShell(IReadOnlyList<HandlerInvoker> handlers)
    {
        List<HandlerInvoker> invokers = [.. handlers.Select(handler => PipelineInvoker.Around(handler, _registration.Middleware))];
        var plan = new WorkerPlan(_shellsMade++ == 0 ? _ids.Own : $"{_ids.Own}-{_shellsMade}", WorkerPlanner.Groups(invokers, _options))
        {
            PollTimeout = _options.PollTimeout,
            PollInterval = _options.PollInterval,
            Backoff = WorkerPlanner.Backoff(_options.Backoff),
            ShutdownGrace = _options.ShutdownGrace,
            Seed = RandomNumberGenerator.GetInt32(int.MaxValue),
        };
        var runner = new HandlerRunner(new HandlerFailures(_options.IncludeStackTrace, [.. _options.NonRetryableExceptions]), _reporter, _services, _time);
        var shell = new WorkerShell(new WorkerCore(plan), _gateway, _ids, runner, _reporter, _time);
        _shells.RemoveAll(static earlier => earlier.IsOver);
        _shells.Add(shell);
        ReserveThreads();
        return shell;
    }

    /// <summary>A worker that starts again, or opens a topic again, needs no more threads than before.</summary>
    private void ReserveThreads()
    {
        var slots = _shells.Where(static shell => !shell.HasStopped).Sum(static shell => shell.Slots);
        if (_options.ReserveThreads && slots > _slotsReserved)
        {
            ThreadPoolFloor.Add(slots - _slotsReserved);
            _slotsReserved = slots;
        }
    }
}
