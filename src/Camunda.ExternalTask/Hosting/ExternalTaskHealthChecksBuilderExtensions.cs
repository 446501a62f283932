using Camunda.ExternalTask;
using Camunda.ExternalTask.Hosting;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds health checks of workers.</summary>
public static class ExternalTaskHealthChecksBuilderExtensions
{
    private const string Name = "camunda";
    private static readonly TimeSpan DefaultUnhealthyAfter = TimeSpan.FromSeconds(60);

    /// <summary>
    /// Adds a check whether a worker gets its tasks and delivers its results, tagged <c>camunda</c> and <c>ready</c>. Degraded: no poll answered yet, polls fail, results are not taken, handlers
    /// ignore their cancellation, or the worker stops. Unhealthy: polls have failed for a while, credentials are refused, or the worker does not run. Its data: <c>engine</c>,
    /// <c>inFlight</c>, <c>lastPollAge</c>, <c>failingFor</c>, <c>overdueHandlers</c>, <c>delayedResults</c>.
    /// </summary>
    /// <param name="builder">The health checks.</param>
    /// <param name="worker">The worker's name; null: the one without a name. The check is called <c>camunda</c>, or <c>camunda-{name}</c>.</param>
    /// <param name="unhealthyAfter">How long polls have to fail; null: 60 s.</param>
    /// <param name="failureStatus">What is reported as unhealthy; null: <see cref="HealthStatus.Unhealthy"/>.</param>
    /// <param name="tags">Other tags than these.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="unhealthyAfter"/> is negative.</exception>
    public static IHealthChecksBuilder AddCamundaExternalTasks(
        this IHealthChecksBuilder builder, string? worker = null, TimeSpan? unhealthyAfter = null, HealthStatus? failureStatus = null, IEnumerable<string>? tags = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var after = unhealthyAfter ?? DefaultUnhealthyAfter;
        ArgumentOutOfRangeException.ThrowIfLessThan(after, TimeSpan.Zero, nameof(unhealthyAfter));
        return builder.Add(new(NameOf(worker), provider => new WorkerHealthCheck(Worker(provider, worker), after), failureStatus, tags ?? [Name, "ready"]));
    }

    /// <summary>
    /// Adds a check whether a worker does what falls due, tagged <c>camunda</c> and <c>live</c>. It looks only at the worker's own timer and threads: an engine that is away, or a worker
    /// that is stopped, is nothing that a restart of the process would repair.
    /// </summary>
    /// <param name="builder">The health checks.</param>
    /// <param name="worker">The worker's name; null: the one without a name. The check is called <c>camunda-live</c>, or <c>camunda-{name}-live</c>.</param>
    /// <param name="failureStatus">What is reported as unhealthy; null: <see cref="HealthStatus.Unhealthy"/>.</param>
    /// <param name="tags">Other tags than these.</param>
    public static IHealthChecksBuilder AddCamundaExternalTasksLiveness(
        this IHealthChecksBuilder builder, string? worker = null, HealthStatus? failureStatus = null, IEnumerable<string>? tags = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add(new($"{NameOf(worker)}-live", provider => new WorkerLivenessCheck(Worker(provider, worker)), failureStatus, tags ?? [Name, "live"]));
    }

    private static string NameOf(string? worker) => string.IsNullOrEmpty(worker) ? Name : $"{Name}-{worker}";

    private static ExternalTaskWorker Worker(IServiceProvider provider, string? name) => provider.GetRequiredKeyedService<ExternalTaskWorker>(name ?? Options.Options.DefaultName);
}
