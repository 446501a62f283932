using Camunda.ExternalTask.Diagnostics;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Camunda.ExternalTask.Hosting;

/// <summary>Reports whether a worker gets tasks and delivers results.</summary>
internal sealed class WorkerHealthCheck(ExternalTaskWorker worker, TimeSpan unhealthyAfter) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var health = worker.ReadHealth();
        var (status, description) = Judge(health, unhealthyAfter);
        return Task.FromResult(new HealthCheckResult(
            status == HealthStatus.Unhealthy ? context.Registration.FailureStatus : status, description, health.Core.PollError?.Cause, Data(health)));
    }

    public static (HealthStatus Status, string? Description) Judge(WorkerHealth health, TimeSpan unhealthyAfter) => health switch
    {
        { State: WorkerState.Idle } => (HealthStatus.Unhealthy, "The worker has not been started, or has stopped."),
        { Core.IsResponding: false } => (HealthStatus.Unhealthy, "The worker's timer or threads are blocked."),
        { State: WorkerState.Stopping } => (HealthStatus.Degraded, $"The worker is stopping. Tasks in progress: {health.Core.InFlight}."),
        { Core: { IsRefused: true, PollError: { } error } } => (HealthStatus.Unhealthy, $"The engine refuses the worker's credentials: {error}"),
        { Core: { FailingFor: { } duration, PollError: { } error } } when duration >= unhealthyAfter =>
            (HealthStatus.Unhealthy, $"Polls have failed for {Text(duration)}: {error}"),
        { Core: { FailingFor: { } duration, PollError: { } error } } => (HealthStatus.Degraded, $"Polls have failed for {Text(duration)}: {error}"),
        { Core.DelayedResults: > 0 } => (HealthStatus.Degraded, $"The engine has not accepted results for at least 30 seconds. Results: {health.Core.DelayedResults}."),
        { Core.OverdueHandlers: > 0 } => (HealthStatus.Degraded, $"Handlers still run 30 seconds after their cancellation. Handlers: {health.Core.OverdueHandlers}."),
        { Core.TimerDelay: { Ticks: > 0 } delay } => (HealthStatus.Degraded, $"The worker's timer ran {Text(delay)} late, because the threads of the thread pool are blocked."),
        { Core.LastPollAge: null } => (HealthStatus.Degraded, "No poll has been answered yet."),
        _ => (HealthStatus.Healthy, null),
    };

    private static Dictionary<string, object> Data(WorkerHealth health)
    {
        var data = new Dictionary<string, object>
        {
            ["inFlight"] = health.Core.InFlight,
            ["overdueHandlers"] = health.Core.OverdueHandlers,
            ["longRunningHandlers"] = health.Core.LongRunningHandlers,
            ["delayedResults"] = health.Core.DelayedResults,
        };
        Add("engine", health.Engine?.ToString());
        Add("lastPollAge", health.State == WorkerState.Idle ? null : health.Core.LastPollAge);
        Add("failingFor", health.Core.FailingFor);
        return data;

        void Add(string name, object? value)
        {
            if (value is not null)
            {
                data.Add(name, value);
            }
        }
    }

    private static string Text(TimeSpan duration) => TimeSpan.FromSeconds((long)duration.TotalSeconds).ToString("c");
}
