using System.Reflection;
using Camunda.ExternalTask.Diagnostics;
using Camunda.ExternalTask.Hosting;
using Camunda.ExternalTask.Tasks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Camunda.ExternalTask;

/// <content>What a start needs.</content>
public sealed partial class ExternalTaskWorker
{
    /// <summary>Finds missing services and JSON types before the first task needs them.</summary>
    private void Prepare(IReadOnlyList<HandlerInvoker> handlers)
    {
        ServiceCheck.Check(handlers, _registration, _services);
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
            _shells.Create(handlers).Start();
        }

        _subscriptions.ForEach(static subscription => subscription.Open());
    }

    private static string ApplicationName(IServiceProvider services) =>
        services.GetService<IHostEnvironment>()?.ApplicationName ?? Assembly.GetEntryAssembly()?.GetName().Name ?? "worker";

    private static EventLog EventLogOf(WorkerRegistration registration, IServiceProvider services)
    {
        var logger = new GuardedLogger(services.GetRequiredService<ILoggerFactory>().CreateLogger("Camunda.ExternalTask.Worker"));
        return new(logger, registration.LogNameAmong(services.GetServices<WorkerRegistration>()));
    }
}
