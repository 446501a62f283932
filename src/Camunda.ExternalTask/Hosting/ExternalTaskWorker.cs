using System.Reflection;
using System.Security.Cryptography;
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
public sealed partial class ExternalTaskWorker : IAsyncDisposable
{
    private readonly Lock _sync = new();
    private readonly List<HandlerInvoker> _handlers;
    private readonly List<TopicSubscription> _subscriptions = [];
    private readonly ExternalTaskWorkerOptions _options;
    private readonly IServiceProvider _services;
    private readonly ILogger _logger;
    private readonly TimeProvider _time;
    private readonly EngineGateway _gateway;
    private readonly PredecessorId _ids;
    private readonly WorkerRegistration _registration;
    private readonly WorkerObservers _observers;
    private readonly WorkerReporter _reporter;
    private ServiceProvider? _ownServices;
    private WorkerShell? _shell;
    private int _shells;
    private bool _isStarted;
    private bool _isStopping;
    private bool _isDrained;

    internal ExternalTaskWorker(WorkerRegistration registration, IServiceProvider services)
    {
        var http = services.GetRequiredService<IHttpClientFactory>();
        _options = services.GetRequiredService<IOptionsMonitor<ExternalTaskWorkerOptions>>().Get(registration.Name);
        _services = services;
        _registration = registration;
        _handlers = [.. registration.Handlers];
        _logger = new GuardedLogger(services.GetRequiredService<ILoggerFactory>().CreateLogger("Camunda.ExternalTask.Worker"));
        _time = services.GetRequiredService<TimeProvider>();
        _ids = new PredecessorId(
            _options.WorkerId ?? ApplicationName(services), Environment.MachineName, Environment.ProcessId, RandomNumberGenerator.GetHexString(6, lowercase: true));
        _observers = new WorkerObservers(_logger, _ids.Own);
        _reporter = new WorkerReporter(_logger, services.GetRequiredService<WorkerMetrics>(), _observers);
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

    /// <summary>The worker id as the engine sees it, without the number of the poll.</summary>
    public string WorkerId => _ids.Own;

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

    /// <summary>Starts to poll. Starting twice is starting once.</summary>
    /// <exception cref="InvalidOperationException">There is no handler, two handlers contradict each other, or a JSON type is not registered.</exception>
    public void Start()
    {
        lock (_sync)
        {
            if (_isStarted)
            {
                return;
            }

            if (_handlers.Count > 0 || _subscriptions.Count == 0)
            {
                WorkerPlanner.Check(_handlers, _options);
                _shell = CreateShell(_handlers);
            }

            _isStarted = true;
            WorkerLog.Starting(_logger, _ids.Own, string.Join(", ", _handlers.Select(handler => handler.Descriptor.Topic)), _options.BaseAddress?.GetLeftPart(UriPartial.Path) ?? "an address that is resolved for each request");
            _observers.Attach(_registration.Observers.Select(create => create(_services)));
            _reporter.WorkerChanged(WorkerEventKind.WorkerStarted);
            foreach (var handler in _handlers)
            {
                _reporter.TopicChanged(WorkerEventKind.Subscribed, handler.Descriptor.Topic);
            }

            _shell?.Start();
            foreach (var subscription in _subscriptions)
            {
                subscription.Open();
            }
        }
    }

    /// <summary>Opens a topic for a generated handler, before or after the start.</summary>
    /// <typeparam name="THandler">A class with <see cref="ExternalTaskHandlerAttribute"/>.</typeparam>
    /// <returns>The subscription, by which the topic is closed again.</returns>
    /// <exception cref="InvalidOperationException">A JSON type of the handler is not registered.</exception>
    public TopicSubscription Subscribe<THandler>()
        where THandler : class, IExternalTaskHandler<THandler> => Subscribe(new HandlerInvoker<THandler>());

    /// <summary>Opens a topic for a delegate, before or after the start. It fetches all variables unless <paramref name="descriptor"/> says which.</summary>
    /// <param name="topic">The topic, case-sensitive.</param>
    /// <param name="handler">Handles one task.</param>
    /// <param name="descriptor">Changes lock, retries, filters or variables; null leaves the defaults.</param>
    /// <returns>The subscription, by which the topic is closed again.</returns>
    /// <exception cref="ArgumentException">The topic is null or blank.</exception>
    public TopicSubscription Subscribe(
        string topic, Func<ExternalTaskContext, CancellationToken, Task<TaskOutcome>> handler, Func<HandlerDescriptor, HandlerDescriptor>? descriptor = null) =>
        Subscribe(DelegateInvoker.Create(topic, handler, descriptor));

    /// <summary>Stops cleanly: no new poll, running handlers get the shutdown grace, results still go out. Stopping twice is stopping once.</summary>
    /// <param name="cancellationToken">Ends the grace.</param>
    public async Task StopAsync(CancellationToken cancellationToken = default)
    {
        WorkerShell? shell;
        TopicSubscription[] subscriptions;
        lock (_sync)
        {
            if (!_isStarted)
            {
                return;
            }

            _isStopping = true;
            shell = _shell;
            subscriptions = [.. _subscriptions];
        }

        WorkerLog.Stopping(_logger, _ids.Own);
        _reporter.WorkerChanged(WorkerEventKind.WorkerStopping);
        await Task.WhenAll(
        [
            shell?.StopAsync(keepHunting: false, cancellationToken) ?? Task.CompletedTask,
            .. subscriptions.Select(subscription => subscription.CloseAsync(keepHunting: false, cancellationToken)),
        ]).ConfigureAwait(false);
        foreach (var handler in _handlers)
        {
            _reporter.TopicChanged(WorkerEventKind.Unsubscribed, handler.Descriptor.Topic);
        }

        _isDrained = true;
        WorkerLog.Drained(_logger, _ids.Own);
        _reporter.WorkerChanged(WorkerEventKind.WorkerStopped);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync().ConfigureAwait(false);
        if (Interlocked.Exchange(ref _ownServices, null) is { } services)
        {
            await services.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static string ApplicationName(IServiceProvider services) =>
        services.GetService<IHostEnvironment>()?.ApplicationName ?? Assembly.GetEntryAssembly()?.GetName().Name ?? "worker";

    private TopicSubscription Subscribe(HandlerInvoker handler)
    {
        lock (_sync)
        {
            var subscription = new TopicSubscription(handler.Descriptor.Topic, CreateShell([handler]), _reporter, Forget);
            _subscriptions.Add(subscription);
            if (_isStarted)
            {
                subscription.Open();
            }

            return subscription;
        }
    }

    private void Forget(TopicSubscription subscription)
    {
        lock (_sync)
        {
            _subscriptions.Remove(subscription);
        }
    }

    /// <summary>Each shell counts its own polls, so each has a worker id of its own.</summary>
    private WorkerShell CreateShell(IReadOnlyList<HandlerInvoker> handlers)
    {
        List<HandlerInvoker> invokers = [.. handlers.Select(handler => PipelineInvoker.Around(handler, _registration.Middleware))];
        invokers.ForEach(static handler => handler.Prepare());
        var plan = new WorkerPlan(_shells++ == 0 ? _ids.Own : $"{_ids.Own}-{_shells}", WorkerPlanner.Groups(invokers, _options))
        {
            PollTimeout = _options.PollTimeout,
            ShutdownGrace = _options.ShutdownGrace,
            Seed = RandomNumberGenerator.GetInt32(int.MaxValue),
        };
        var runner = new HandlerRunner(new HandlerFailures(_options.IncludeStackTrace, [.. _options.NonRetryableExceptions]), _reporter, _services, _time);
        return new WorkerShell(new WorkerCore(plan), _gateway, _ids, runner, _reporter, _time);
    }
}
