namespace Camunda.ExternalTask.Worker.Core;

/// <summary>Computes the health of a core.</summary>
internal static class HealthReader
{
    private static readonly TimeSpan Overdue = TimeSpan.FromSeconds(30);

    /// <summary>A poll has a timeout for the beginning of its response and one for the body. A poll that is pending for much longer has been forgotten.</summary>
    private static readonly TimeSpan PollForgotten = TimeSpan.FromSeconds(90);

    public static CoreHealth Read(CoreState state, TimeSpan now)
    {
        var health = state.Groups.Select(group => Read(group, now)).Aggregate(new CoreHealth(), CoreHealth.Worst);
        return health with
        {
            InFlight = state.Tasks.Count,
            OverdueHandlers = state.Tasks.Values.Count(task =>
                task.Phase == TaskPhase.Running && task.IsLost && now - task.CanceledAt >= Overdue),
            DelayedResults = state.Tasks.Values.Count(task => task.Phase == TaskPhase.Settling && now - task.Delivery!.Since >= Overdue),
            IsResponding = health.IsResponding && (state.WakeAt == TimeSpan.MaxValue || now - state.WakeAt < Overdue),
        };
    }

    private static CoreHealth Read(WorkerGroup group, TimeSpan now)
    {
        var isFull = group.LongPoll is null && (group.Free <= 0 || group.Settling >= group.Plan.Slots);
        return new()
        {
            LastPollAge = isFull ? TimeSpan.Zero : now - group.LastGoodPoll,
            FailingFor = group.Failures > 0 ? now - group.FailingSince : null,
            PollError = group.Failures > 0 ? group.LastError : null,
            IsRefused = group.Failures > 0 && group.LastError is { IsUnauthorized: true },
            IsResponding = group.LongPoll is not { } poll || now - poll.SentAt < poll.Timeout + PollForgotten,
        };
    }
}
