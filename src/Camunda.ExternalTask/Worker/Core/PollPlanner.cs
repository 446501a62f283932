using System.Globalization;

namespace Camunda.ExternalTask.Worker.Core;

/// <summary>Decides when to fetch and for how many tasks.</summary>
internal sealed class PollPlanner
{
    /// <summary>A poll that is older waits in the engine for work.</summary>
    private static readonly TimeSpan BeingAnswered = TimeSpan.FromSeconds(2);

    /// <summary>The same for a poll that follows an empty answer: the engine had no work for as long as it holds polls, so it hardly has any now.</summary>
    private static readonly TimeSpan BeingRegistered = TimeSpan.FromMilliseconds(250);

    /// <summary>Limits empty answers to four per second if polls return immediately: a poll without a timeout, a proxy, a broken server.</summary>
    private static readonly TimeSpan MinIntervalOfEmptyPolls = TimeSpan.FromMilliseconds(250);

    /// <summary>
    /// How many results per slot may be in flight before polls stop. One per slot would halve the throughput of a network whose round trip takes as
    /// long as a handler.
    /// </summary>
    private const int SettlingPerSlot = 2;

    private readonly CoreState _state;
    private readonly OrphanSweeper _orphans;
    private readonly PollPause _pause;
    private readonly OutageWatch _outages;
    private readonly NudgePlanner _nudges;
    private long _pollNumber;

    public PollPlanner(CoreState state, OrphanSweeper orphans)
    {
        _state = state;
        _orphans = orphans;
        _pause = new(state);
        _outages = new(state, orphans);
        _nudges = new(state, Send);
    }

    public void PollAll(TimeSpan now)
    {
        foreach (var group in _state.Groups)
        {
            Poll(now, group);
        }
    }

    /// <summary>Sends the group's long poll if it has none, a slot is free, and results are not piling up; and a nudge if a retry is due.</summary>
    public void Poll(TimeSpan now, WorkerGroup group)
    {
        if (!_state.IsStopping)
        {
            SendLongPoll(now, group);
            _nudges.Tick(now, group);
        }
    }

    public void Answered(TimeSpan now, WorkerPoll poll, PollAnswer answer)
    {
        var group = poll.Group;
        group.Limit.Answered(poll.MaxTasks, answer);
        var isLong = group.LongPoll == poll;
        if (isLong)
        {
            group.LongPoll = null;
        }
        else if (group.NudgePoll == poll)
        {
            group.NudgePoll = null;
        }

        if (answer.Error is not { } error)
        {
            if (answer.WasRepeated)
            {
                // Each copy of the request may have locked tasks, and only one answer came back.
                _orphans.Sweep(now, poll, answer.Tasks);
            }

            Succeeded(now, poll, isLong, answer.Tasks.Count);
            if (isLong)
            {
                _pause.After(now, poll, answer.Tasks, error: null, TimeSpan.Zero, isNudge: false);
            }

            return;
        }

        if (error.IsAmbiguous)
        {
            // If no sweep finds a task that this poll has locked, the task can be fetched again when its fetch lock has expired.
            _nudges.After(now, group, group.Plan.Subscriptions.Max(static subscription => subscription.FetchLock));
        }

        var wait = _outages.Failed(now, poll, answer, error);
        _pause.After(now, poll, answer.Tasks, error, wait, isNudge: !isLong);
    }

    /// <summary>The user's back-off strategy returned how long to wait, or threw.</summary>
    public void Chosen(TimeSpan now, WorkerPoll poll, TimeSpan wait, Exception? failure)
    {
        _pause.Chosen(now, poll, wait, failure);
        Poll(now, poll.Group);
    }

    /// <summary>The engine answers again. Groups that wait after a failed poll need not wait any longer, unless the server or the application told them to.</summary>
    public void OutageOver(TimeSpan now)
    {
        foreach (var group in _state.Groups)
        {
            if (group is { Failures: > 0, LastError.RetryAfter: null } && _state.Plan.Backoff.Strategy is null && group.PollNotBefore > now)
            {
                group.PollNotBefore = now;
            }
        }
    }

    /// <summary>Remembers when a retry of this group falls due.</summary>
    public void NudgeAfter(TimeSpan now, WorkerGroup group, TimeSpan retryTimeout) => _nudges.After(now, group, retryTimeout);

    /// <summary>
    /// Aborts polls that will bring nothing. The worker waits for a young one: with work in the engine it is just being answered, and aborting it
    /// would leave its tasks locked although no worker received them.
    /// </summary>
    public void Stop(TimeSpan now)
    {
        foreach (var group in _state.Groups)
        {
            StopPoll(now, group.LongPoll);
            StopPoll(now, group.NudgePoll);
        }
    }

    public void Tick(TimeSpan now)
    {
        if (_state.IsStopping)
        {
            Stop(now);
            return;
        }

        foreach (var group in _state.Groups)
        {
            Poll(now, group);
        }
    }

    private void SendLongPoll(TimeSpan now, WorkerGroup group)
    {
        if (group.LongPoll is not null || group.BackoffsPending > 0 || group.Free <= 0 || group.Settling >= group.Plan.Slots * SettlingPerSlot)
        {
            return;
        }

        if (now < group.PollNotBefore)
        {
            _state.Wake(group.PollNotBefore);
            return;
        }

        if (_state.Gate.Passes(now, group.Plan.Name))
        {
            group.LongPoll = Send(now, group, group.Limit.Of(group.Free), group.PollTimeout);
        }
    }

    private void Succeeded(TimeSpan now, WorkerPoll poll, bool isLong, int count)
    {
        _state.Report(new(WorkerEventKind.PollSucceeded) { Poll = poll, Count = count, Duration = now - poll.SentAt });
        var group = poll.Group;
        _outages.Succeeded(now, group);
        if (isLong || count > 0)
        {
            group.EmptyAnswers = count == 0 ? group.EmptyAnswers + 1 : 0;
            group.HeldBackInVain = count == 0 && now - poll.SentAt >= BeingAnswered;
        }

        if (isLong)
        {
            group.PollNotBefore = count == 0 ? poll.SentAt + MinIntervalOfEmptyPolls : TimeSpan.Zero;
        }
    }

    private void StopPoll(TimeSpan now, WorkerPoll? poll)
    {
        if (poll is null || poll.IsAborted)
        {
            return;
        }

        var young = poll.FollowsEmptyAnswer ? BeingRegistered : BeingAnswered;
        if (now - poll.SentAt < young)
        {
            _state.Wake(poll.SentAt + young);
            return;
        }

        poll.IsAborted = true;
        _state.Do(WorkerAction.AbortPoll(poll));
    }

    private WorkerPoll Send(TimeSpan now, WorkerGroup group, int maxTasks, TimeSpan timeout)
    {
        var workerId = string.Create(CultureInfo.InvariantCulture, $"{_state.Plan.WorkerId}#{++_pollNumber}");
        var poll = new WorkerPoll(group, workerId, maxTasks, timeout, now) { FollowsEmptyAnswer = group.HeldBackInVain };
        _state.Do(WorkerAction.SendPoll(poll));
        return poll;
    }
}
