using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Camunda.ExternalTask;

/// <summary>Runs a worker as long as its host.</summary>
internal sealed class ExternalTaskWorkerService(
    WorkerRegistration registration,
    IOptionsMonitor<ExternalTaskWorkerOptions> options,
    IHttpClientFactory http,
    IServiceProvider services,
    IHostEnvironment environment,
    ILoggerFactory logging,
    TimeProvider time) : IHostedService
{
    private ExternalTaskWorker? _worker;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _worker ??= new ExternalTaskWorker(
            environment.ApplicationName,
            registration.Handlers,
            options.Get(registration.Name),
            (http.CreateClient(registration.PollingClient), http.CreateClient(registration.SettlingClient)),
            services,
            logging.CreateLogger("Camunda.ExternalTask.Worker"),
            time);
        _worker.Start();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => _worker?.StopAsync(cancellationToken) ?? Task.CompletedTask;
}
