using Camunda.ExternalTask;
using Camunda.ExternalTask.Hosting;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds health checks for workers.</summary>
[CLSCompliant(false)] // The types of health checks are not.
public static class ExternalTaskHealthChecksBuilderExtensions
{
    private const string Name = "camunda";
    private static readonly TimeSpan DefaultUnhealthyAfter = TimeSpan.FromSeconds(60);

    /// <summary>
    /// Adds a check that a worker gets tasks and delivers results, with the tags <c>camunda</c> and <c>ready</c>. Degraded: no poll has
    /// been answered yet, polls fail, the engine does not accept results, handlers ignore cancellation, or the worker is stopping.
    /// Unhealthy: polls have failed for <paramref name="unhealthyAfter"/>, the engine refuses the credentials, or the worker is not
    /// running. Data: <c>engine</c>, <c>inFlight</c>, <c>lastPollAge</c>, <c>failingFor</c>, <c>overdueHandlers</c>, <c>longRunningHandlers</c>,
    /// <c>delayedResults</c>.
    /// </summary>
    /// <param name="builder">The health checks.</param>
    /// <param name="worker">
    /// The worker's name; null for the unnamed worker. The name of the check is <c>camunda</c>, or <c>camunda-{name}</c>.
    /// </param>
    /// <param name="unhealthyAfter">The time for which polls must fail; null means 60 s.</param>
    /// <param name="failureStatus">The status to report instead of unhealthy; null means <see cref="HealthStatus.Unhealthy"/>.</param>
    /// <param name="tags">Tags that replace the default ones, or null.</param>
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
    /// Adds a check that a worker's own timer and threads still run, with the tags <c>camunda</c> and <c>live</c>. It ignores an
    /// unavailable engine and a stopped worker, because a restart of the process would not repair them.
    /// </summary>
    /// <param name="builder">The health checks.</param>
    /// <param name="worker">
    /// The worker's name; null for the unnamed worker. The name of the check is <c>camunda-live</c>, or <c>camunda-{name}-live</c>.
    /// </param>
    /// <param name="failureStatus">The status to report instead of unhealthy; null means <see cref="HealthStatus.Unhealthy"/>.</param>
    /// <param name="tags">Tags that replace the default ones, or null.</param>
    public static IHealthChecksBuilder AddCamundaExternalTasksLiveness(
        this IHealthChecksBuilder builder, string? worker = null, HealthStatus? failureStatus = null, IEnumerable<string>? tags = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add(new($"{NameOf(worker)}-live", provider => new WorkerLivenessCheck(Worker(provider, worker)), failureStatus, tags ?? [Name, "live"]));
    }

    private static string NameOf(string? worker) => string.IsNullOrEmpty(worker) ? Name : $"{Name}-{worker}";

    private static ExternalTaskWorker Worker(IServiceProvider provider, string? name) => provider.GetRequiredKeyedService<ExternalTaskWorker>(name ?? Options.Options.DefaultName);
}
