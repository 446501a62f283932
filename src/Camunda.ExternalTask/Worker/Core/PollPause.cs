using Camunda.ExternalTask.Protocol;

namespace Camunda.ExternalTask.Worker.Core;

/// <summary>How long a group waits after a poll: the delay of the application's back-off strategy, or else the proposed back-off.</summary>
internal sealed class PollPause(CoreState state)
{
    /// <summary>A longer delay is a mistake: an application that no longer wants to poll closes the topic.</summary>
    private static readonly TimeSpan MaxChosen = TimeSpan.FromDays(1);

    public void After(TimeSpan now, WorkerPoll poll, IReadOnlyList<FetchedTask> tasks, EngineError? error, TimeSpan proposed, bool isNudge)
    {
        if (!isNudge)
        {
            NotBefore(poll.Group, now + state.Plan.PollInterval);
        }

        if (state.Plan.Backoff.Strategy is null || state.IsStopping)
        {
            NotBefore(poll.Group, now + proposed);
            return;
        }

        // The strategy is application code: the shell calls it outside of the core, and the group waits for its result.
        poll.Group.BackoffsPending++;
        poll.Result = ResultOf(poll.Group, tasks, error, proposed);
        state.Do(WorkerAction.ChooseBackoff(poll));
    }

    public void Chosen(TimeSpan now, WorkerPoll poll, TimeSpan wait, Exception? failure)
    {
        var group = poll.Group;
        var isUsable = failure is null && wait >= TimeSpan.Zero && wait <= MaxChosen;
        if (!isUsable && !group.IsStrategyFailureReported)
        {
            failure ??= new InvalidOperationException($"The back-off strategy returned {wait}; it must be between zero and {MaxChosen}.");
            state.Report(new(WorkerEventKind.BackoffStrategyFailed) { Poll = poll, Exception = failure });
        }

        group.IsStrategyFailureReported = !isUsable;
        group.BackoffsPending--;
        NotBefore(group, now + (isUsable ? wait : poll.Result!.ProposedDelay));
        poll.Result = null;
    }

    private static void NotBefore(WorkerGroup group, TimeSpan at)
    {
        if (at > group.PollNotBefore)
        {
            group.PollNotBefore = at;
        }
    }

    private static PollResult ResultOf(WorkerGroup group, IReadOnlyList<FetchedTask> tasks, EngineError? error, TimeSpan proposed) => new()
    {
        Topics = group.Plan.TopicNames,
        Tasks = tasks,
        Error = error is null ? null : new EngineException("fetchAndLock", error),
        ConsecutiveFailures = group.Failures,
        ConsecutiveEmptyAnswers = group.EmptyAnswers,
        RetryAfter = error?.RetryAfter,
        ProposedDelay = proposed,
    };
}
