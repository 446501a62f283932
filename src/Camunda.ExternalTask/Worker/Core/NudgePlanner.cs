namespace Camunda.ExternalTask.Worker.Core;

/// <summary>
/// Fetches the worker's own retries the moment they fall due. A pending long poll does not see them, because the engine only wakes it for new and
/// released tasks. The fetch, called a nudge, uses the slots that the long poll has reserved: if both bring tasks, the surplus is released.
/// </summary>
/// <param name="state">The state of the core.</param>
/// <param name="send">Sends a poll of a group for so many tasks with a timeout.</param>
internal sealed class NudgePlanner(CoreState state, Func<TimeSpan, WorkerGroup, int, TimeSpan, WorkerPoll> send)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    /// <summary>The engine's clock ticks in milliseconds and the response came after the failure was stored, so a little later the retry is certainly due.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromMilliseconds(5);

    /// <summary>Remembers when a retry of a group falls due.</summary>
    public void After(TimeSpan now, WorkerGroup group, TimeSpan retryTimeout)
    {
        var at = now + retryTimeout + Slack;
        group.Nudges.Enqueue(at, at);
        state.Wake(at);
    }

    /// <summary>Sends a nudge if a retry is due. Called whenever time passes, a slot becomes free, or a poll is answered.</summary>
    public void Tick(TimeSpan now, WorkerGroup group)
    {
        if (!group.Nudges.TryPeek(out var due, out _) || group.NudgePoll is not null || group.BackoffsPending > 0 || group.Running >= group.Plan.Slots)
        {
            return;
        }

        var at = due > group.NudgeNotBefore ? due : group.NudgeNotBefore;
        at = at > group.PollNotBefore ? at : group.PollNotBefore;
        if (now < at)
        {
            state.Wake(at);
            return;
        }

        if (!state.Gate.Passes(now, group.Plan.Name))
        {
            return;
        }

        while (group.Nudges.TryPeek(out var next, out _) && next <= now)
        {
            due = group.Nudges.Dequeue();
        }

        if (group.Nudges.TryPeek(out var later, out _))
        {
            state.Wake(later);
        }

        // A long poll that was sent after the retry fell due has seen it.
        if (group.LongPoll is { } poll && poll.SentAt <= due)
        {
            group.NudgeNotBefore = now + Interval;
            group.NudgePoll = send(now, group, group.Limit.Of(group.Plan.Slots - group.Running), TimeSpan.Zero);
        }
    }
}
