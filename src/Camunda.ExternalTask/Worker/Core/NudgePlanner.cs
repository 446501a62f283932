namespace Camunda.ExternalTask.Worker.Core;

/// <summary>Fetches own retries the moment they fall due. A pending long poll does not see them, because the engine only wakes it for new tasks.</summary>
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

    public void Tick(TimeSpan now, WorkerGroup group)
    {
        if (!group.Nudges.TryPeek(out var due, out _))
        {
            return;
        }

        if (now < due || group.NudgePoll is not null || now < group.NudgeNotBefore)
        {
            state.Wake(due > group.NudgeNotBefore ? due : now < group.NudgeNotBefore ? group.NudgeNotBefore : now + Interval);
            return;
        }

        while (group.Nudges.TryPeek(out due, out _) && due <= now)
        {
            group.Nudges.Dequeue();
        }

        if (group.Nudges.Count > 0)
        {
            state.Wake(due);
        }

        // Without a pending poll the next one sees the retry by itself, and without a free slot no handler could run it.
        if (group.LongPoll is not null && group.Free > 0 && now >= group.PollNotBefore)
        {
            group.NudgeNotBefore = now + Interval;
            group.NudgePoll = send(now, group, group.Limit.Of(group.Free), TimeSpan.Zero);
        }
    }
}
