using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Camunda.ExternalTask.Hosting;

/// <summary>
/// Reports whether a worker's own timer and threads still run. It ignores an unavailable engine, because a restart would not repair it.
/// </summary>
internal sealed class WorkerLivenessCheck(ExternalTaskWorker worker) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        worker.ReadHealth().Core.IsResponding
            ? HealthCheckResult.Healthy()
            : new HealthCheckResult(context.Registration.FailureStatus, "The worker's timer or threads are blocked."));
}
