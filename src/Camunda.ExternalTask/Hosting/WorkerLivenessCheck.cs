using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Camunda.ExternalTask.Hosting;

/// <summary>Says whether a worker's own timer and threads do what falls due. An engine that is away is nothing that a restart repairs, and does not count.</summary>
internal sealed class WorkerLivenessCheck(ExternalTaskWorker worker) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        worker.ReadHealth().Core.IsResponding
            ? HealthCheckResult.Healthy()
            : new HealthCheckResult(context.Registration.FailureStatus, "The worker's own timer or threads are stuck."));
}
