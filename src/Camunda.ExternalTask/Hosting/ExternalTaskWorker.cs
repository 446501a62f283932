using System.Security.Cryptography;
using Microsoft.Extensions.Logging;

namespace Camunda.ExternalTask;

/// <summary>A worker: it polls an engine for the tasks of its handlers, runs them, and reports what came of it.</summary>
internal sealed class ExternalTaskWorker
{
    private readonly WorkerShell _shell;
    private readonly ILogger _logger;
    private readonly PredecessorId _ids;
    private readonly string _topics;
    private readonly string _engine;
    private bool _isStarted;

    public ExternalTaskWorker(
        string defaultWorkerId,
        IReadOnlyList<HandlerInvoker> handlers,
        ExternalTaskWorkerOptions options,
        (HttpClient Polling, HttpClient Settling) http,
        IServiceProvider services,
        ILogger logger,
        TimeProvider time)
    {
        foreach (var handler in handlers)
        {
            handler.Prepare();
        }

        _logger = logger;
        _ids = new PredecessorId(
            options.WorkerId ?? defaultWorkerId, Environment.MachineName, Environment.ProcessId, RandomNumberGenerator.GetHexString(6, lowercase: true));
        _topics = string.Join(", ", handlers.Select(handler => handler.Descriptor.Topic));
        _engine = options.BaseAddress!.GetLeftPart(UriPartial.Path);
        var plan = new WorkerPlan(_ids.Own, WorkerPlanner.Groups(handlers, options))
        {
            PollTimeout = options.PollTimeout,
            ShutdownGrace = options.ShutdownGrace,
            Seed = RandomNumberGenerator.GetInt32(int.MaxValue),
        };
        var gateway = new EngineGateway(
            new EngineConnection(http.Polling, time),
            new EngineConnection(http.Settling, time),
            new GatewayOptions(time) { UsePriority = options.UsePriority, RequestTimeout = options.RequestTimeout, MaxResponseBytes = options.MaxResponseBytes });
        _shell = new WorkerShell(
            new WorkerCore(plan), gateway, _ids, new HandlerFailures(options.IncludeStackTrace, [.. options.NonRetryableExceptions]), new WorkerReporter(logger), services, time);
    }

    public void Start()
    {
        if (_isStarted)
        {
            return;
        }

        _isStarted = true;
        WorkerLog.Starting(_logger, _ids.Own, _topics, _engine);
        _shell.Start();
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (!_isStarted)
        {
            return;
        }

        WorkerLog.Stopping(_logger, _ids.Own);
        await _shell.StopAsync(cancellationToken).ConfigureAwait(false);
        WorkerLog.Drained(_logger, _ids.Own);
    }
}
