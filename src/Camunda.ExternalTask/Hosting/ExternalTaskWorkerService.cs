using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Camunda.ExternalTask.Hosting;

/// <summary>Starts and stops a worker with its host.</summary>
internal sealed class ExternalTaskWorkerService(IServiceProvider services, string name, IOptionsMonitor<ExternalTaskWorkerOptions> options) : IHostedService
{
    private ExternalTaskWorker? _worker;

    /// <summary>Creates the worker only here, after the host has checked the options.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _worker = services.GetRequiredKeyedService<ExternalTaskWorker>(name);
        if (options.Get(name).AutoStart)
        {
            await _worker.DeployModelsAsync(cancellationToken).ConfigureAwait(false);
            _worker.Start();
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => _worker?.StopAsync(isFinal: true, cancellationToken) ?? Task.CompletedTask;
}
