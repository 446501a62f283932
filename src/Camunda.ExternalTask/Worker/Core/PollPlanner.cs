using System.Globalization;
using Camunda.ExternalTask.Protocol;

namespace Camunda.ExternalTask.Worker.Core;

/// <summary>When to fetch, for how many tasks, and how long to wait after a failure.</summary>
internal sealed class PollPlanner(CoreState state, OrphanHunter orphans)
{
    private static readonly TimeSpan NudgeInterval = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan MinPollTimeout = TimeSpan.FromSeconds(1);

    /// <summary>The engine's clock ticks in milliseconds and the reply came after the failure was stored: a little later is surely due.</summary>
    private static readonly TimeSpan NudgeSlack = TimeSpan.FromMilliseconds(5);

    /// <summary>A poll that is older waits in the engine for work.</summary>
    private static readonly TimeSpan BeingAnswered = TimeSpan.FromSeconds(2);

    /// <summary>The same for a poll that follows an empty answer: there was no work for as long as the engine holds polls back, so there is hardly any now.</summary>
    private static readonly TimeSpan BeingRegistered = TimeSpan.FromMilliseconds(250);

    /// <summary>No more than this many empty answers a second, also from what does not hold polls back: a poll without a timeout, a proxy, a broken server.</summary>
    private static readonly TimeSpan MinIntervalOfEmptyPolls = TimeSpan.FromMilliseconds(250);

    /// <summary>So many polls in a row, cut at about one age, are an intermediary's doing.</summary>
    private const int CutsThatShorten = 3;

    /// <summary>How many results per slot may be in flight before polls stop. One per slot would halve the throughput of a network whose round trip takes as long as a handler.</summary>
    private const int SettlingPerSlot = 2;

    private readonly PollPause _pause = new(state);
    private long _pollNumber;

    public void PollAll(TimeSpan now)
    {
        foreach (var group in state.Groups)
        {
            Poll(now, group);
        }
    }

    /// <summary>Sends the group's long poll if it has none, a slot is free, and results are not piling up.</summary>
    public void Poll(TimeSpan now, WorkerGroup group)
    {
        if (state.IsStopping || group.LongPoll is not null || group.BackoffsPending > 0 || group.Free <= 0 || group.Settling >= group.Plan.Slots * SettlingPerSlot)
        {
            return;
        }

        if (now < group.PollNotBefore)
        {
            state.Wake(group.PollNotBefore);
            return;
        }

        // A retry that falls due while the poll is pending needs a slot for its nudge.
        var slots = group.Nudges.Count > 0 && group.Free > 1 ? group.Free - 1 : group.Free;
        group.LongPoll = Send(now, group, group.Limit.Of(slots), group.PollTimeout);
    }

    public void Answered(TimeSpan now, WorkerPoll poll, PollAnswer answer)
    {
        var (tasks, error) = (answer.Tasks, answer.Error);
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

        if (tasks.Count > 0)
        {
            state.Report(WorkerNote.TasksFetched, count: tasks.Count, poll: poll);
        }

        var wait = TimeSpan.Zero;
        if (error is null)
        {
            Succeeded(now, group, poll.SentAt, isLong, isEmpty: tasks.Count == 0);
            if (isLong)
            {
                group.PollNotBefore = tasks.Count == 0 ? poll.SentAt + MinIntervalOfEmptyPolls : TimeSpan.Zero;
            }
        }
        else
        {
            wait = Failed(now, poll, answer, error);
        }

        if (isLong || error is not null)
        {
            _pause.After(now, poll, tasks, error, wait, isNudge: !isLong);
        }
    }

    /// <summary>The user's own rule has said how long to wait, or has failed to.</summary>
    public void Chosen(TimeSpan now, WorkerPoll poll, TimeSpan wait, Exception? failure)
    {
        _pause.Chosen(now, poll, wait, failure);
        Poll(now, poll.Group);
    }

    /// <summary>Remembers that a retry of this group falls due, and when.</summary>
    public void NudgeAfter(TimeSpan now, WorkerGroup group, TimeSpan retryTimeout)
    {
        var at = now + retryTimeout + NudgeSlack;
        group.Nudges.Enqueue(at, at);
        state.Wake(at);
    }

    /// <summary>
    /// Gives up polls that have nothing to bring. A young one is waited for: with work in the engine it is being answered just now, and giving it
    /// up would leave its tasks locked for nobody.
    /// </summary>
    public void Stop(TimeSpan now)
    {
        foreach (var group in state.Groups)
        {
            StopPoll(now, group.LongPoll);
            StopPoll(now, group.NudgePoll);
        }
    }

    public void Tick(TimeSpan now)
    {
        if (state.IsStopping)
        {
            Stop(now);
            return;
        }

        foreach (var group in state.Groups)
        {
            Nudge(now, group);
            Poll(now, group);
        }
    }

    /// <summary>A pending poll does not see a retry fall due: an immediate fetch does.</summary>
    private void Nudge(TimeSpan now, WorkerGroup group)
    {
        if (!group.Nudges.TryPeek(out var due, out _))
        {
            return;
        }

        if (now < due || group.NudgePoll is not null || now < group.NudgeNotBefore)
        {
            state.Wake(due > group.NudgeNotBefore ? due : now < group.NudgeNotBefore ? group.NudgeNotBefore : now + NudgeInterval);
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

        // Without a pending poll the next one sees the retry by itself; without a free slot nobody could run it.
        if (group.LongPoll is not null && group.Free > 0 && now >= group.PollNotBefore)
        {
            group.NudgeNotBefore = now + NudgeInterval;
            group.NudgePoll = Send(now, group, group.Limit.Of(group.Free), TimeSpan.Zero);
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
            state.Wake(poll.SentAt + young);
            return;
        }

        poll.IsAborted = true;
        state.Do(new(WorkerActionKind.AbortPoll) { Poll = poll });
    }

    private WorkerPoll Send(TimeSpan now, WorkerGroup group, int maxTasks, TimeSpan timeout)
    {
        var workerId = string.Create(CultureInfo.InvariantCulture, $"{state.Plan.WorkerId}#{++_pollNumber}");
        var poll = new WorkerPoll(group, workerId, maxTasks, timeout, now) { FollowsEmptyAnswer = group.HeldBackInVain };
        state.Do(new(WorkerActionKind.SendPoll) { Poll = poll });
        return poll;
    }

    private void Succeeded(TimeSpan now, WorkerGroup group, TimeSpan sentAt, bool isLong, bool isEmpty)
    {
        if (isLong || !isEmpty)
        {
            group.EmptyAnswers = isEmpty ? group.EmptyAnswers + 1 : 0;
            group.HeldBackInVain = isEmpty && now - sentAt >= BeingAnswered;
        }

        if (group.IsUnreachableReported)
        {
            state.Report(WorkerNote.EngineBack, duration: now - group.FailingSince);
        }

        group.LastGoodPoll = now;
        group.Failures = 0;
        group.Cuts = 0;
        group.IsUnreachableReported = false;
    }

    private TimeSpan Failed(TimeSpan now, WorkerPoll poll, PollAnswer answer, EngineError error)
    {
        var group = poll.Group;
        group.LastError = error;
        if (error.IsAmbiguous)
        {
            orphans.Hunt(now, poll, answer.Tasks);
        }

        if (state.IsStopping)
        {
            return TimeSpan.Zero;
        }

        if (error.IsUnreadable && (answer.Tasks.Count > 0 || answer.Oversized is not null))
        {
            // The engine works, and the next response will be smaller.
            state.Report(WorkerNote.PollFailed, error: error, poll: poll, count: 1);
            return TimeSpan.Zero;
        }

        if (group.Failures++ == 0)
        {
            group.FailingSince = now;
        }

        ReportFailure(poll, error);
        ShortenIfCut(now, poll, error);
        var wait = state.Plan.Backoff.WaitAfter(group.Failures, state.Random);
        return error.RetryAfter > wait ? error.RetryAfter.Value : wait;
    }

    /// <summary>One failure may be a stale connection or a race in the engine; two in a row are an outage, which is said once.</summary>
    private void ReportFailure(WorkerPoll poll, EngineError error)
    {
        var isOutage = poll.Group.Failures > 1 || !error.IsRetryable;
        if (isOutage && !poll.Group.IsUnreachableReported)
        {
            poll.Group.IsUnreachableReported = true;
            state.Report(WorkerNote.EngineUnreachable, error: error, poll: poll);
        }
        else
        {
            state.Report(WorkerNote.PollFailed, error: error, poll: poll, count: poll.Group.Failures);
        }
    }

    private void ShortenIfCut(TimeSpan now, WorkerPoll poll, EngineError error)
    {
        var age = now - poll.SentAt;
        if (!poll.IsLong || !error.IsAmbiguous || error.IsUnreadable || age < MinPollTimeout || age >= poll.Timeout || ++poll.Group.Cuts < CutsThatShorten)
        {
            return;
        }

        var shorter = age / 2;
        poll.Group.PollTimeout = shorter > MinPollTimeout ? shorter : MinPollTimeout;
        poll.Group.Cuts = 0;
        state.Report(WorkerNote.PollCutByIntermediary, error: error, poll: poll, duration: age);
    }
}
