using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Camunda.ExternalTask.Diagnostics;
using Camunda.ExternalTask.Protocol;
using Camunda.ExternalTask.Tasks;
using Camunda.ExternalTask.Values.Dates;
using Camunda.ExternalTask.Worker.Core;
using Camunda.ExternalTask.Worker.Shell;
using Microsoft.Extensions.DependencyInjection;

namespace Camunda.ExternalTask.Hosting;

/// <summary>The shells of a worker. A shell serves one start, so each start creates new ones. Not thread-safe: the worker calls it under its lock.</summary>
internal sealed class WorkerShells
{
    private readonly List<WorkerShell> _shells = [];
    private readonly ConditionalWeakTable<WorkerShell, IReadOnlyList<HandlerInvoker>> _handlers = [];
    private readonly WorkerRegistration _registration;
    private readonly ExternalTaskWorkerOptions _options;
    private readonly WorkerIdentity _identity;
    private readonly WorkerReporter _reporter;
    private readonly IServiceProvider _services;
    private readonly TimeProvider _time;
    private readonly EngineGateway _gateway;
    private int _created;
    private int _slotsReserved;

    public WorkerShells(
        WorkerRegistration registration, ExternalTaskWorkerOptions options, WorkerIdentity identity, WorkerReporter reporter, IServiceProvider services)
    {
        var http = services.GetRequiredService<IHttpClientFactory>();
        _registration = registration;
        _options = options;
        _identity = identity;
        _reporter = reporter;
        _services = services;
        _time = services.GetRequiredService<TimeProvider>();
        _gateway = new EngineGateway(
            new EngineConnection(http.CreateClient(registration.PollingClient), _time),
            new EngineConnection(http.CreateClient(registration.SettlingClient), _time),
            new GatewayOptions(_time)
            {
                UsePriority = options.UsePriority,
                CreateTimeOrder = options.CreateTimeOrder,
                RequestTimeout = options.RequestTimeout,
                MaxResponseBytes = options.MaxResponseBytes,
                MaxStringLength = options.MaxStringLength,
                TraceVariable = options.TraceVariable,
                DateFormat = EngineDateFormat.Parse(options.DateFormat),
            });
    }

    /// <summary>All shells that may still have work, including stopped ones whose sweeps continue.</summary>
    public WorkerShell[] All => [.. _shells];

    /// <summary>The shells that have not stopped.</summary>
    public WorkerShell[] Running => [.. _shells.Where(static shell => !shell.HasStopped)];

    /// <summary>Creates a shell. Each counts its own polls, so each has its own worker id.</summary>
    public WorkerShell Create(IReadOnlyList<HandlerInvoker> handlers)
    {
        List<HandlerInvoker> invokers = [.. handlers.Select(handler => PipelineInvoker.Around(handler, _registration.Middleware))];
        var plan = new WorkerPlan(_created++ == 0 ? _identity.Own : $"{_identity.Own}-{_created}", WorkerPlanner.Groups(invokers, _options))
        {
            PollTimeout = _options.PollTimeout,
            PollInterval = _options.PollInterval,
            Backoff = WorkerPlanner.Backoff(_options.Backoff),
            ShutdownGrace = _options.ShutdownGrace,
            Seed = RandomNumberGenerator.GetInt32(int.MaxValue),
        };
        var failures = new HandlerFailures(_options.IncludeStackTrace, [.. _options.NonRetryableExceptions]);
        var runner = new HandlerRunner(failures, _reporter, _services, _time, _options.TraceVariable);
        var shell = new WorkerShell(new WorkerCore(plan), _gateway, _identity, runner, _reporter, _time);
        _shells.RemoveAll(static earlier => earlier.IsOver);
        _shells.Add(shell);
        _handlers.Add(shell, invokers);
        ReserveThreads();
        return shell;
    }

    /// <summary>Applies changed slots, locks and retries to the shells that poll.</summary>
    public void Reload()
    {
        foreach (var shell in Running)
        {
            shell.Reload(WorkerPlanner.Groups(_handlers.GetValue(shell, static _ => []), _options));
        }

        ReserveThreads();
    }

    /// <summary>
    /// Raises the thread pool's minimum to the number of slots. A worker that starts again, or opens a topic again, needs no additional
    /// threads.
    /// </summary>
    private void ReserveThreads()
    {
        var slots = Running.Sum(static shell => shell.Slots);
        if (_options.ReserveThreads && slots > _slotsReserved)
        {
            ThreadPoolFloor.Add(slots - _slotsReserved);
            _slotsReserved = slots;
        }
    }
}
