using Camunda.ExternalTask.Protocol;

namespace Camunda.ExternalTask.Worker.Core;

/// <summary>Follows failed polls: reports outages, proposes the back-off, and shortens polls that an intermediary ends.</summary>
internal sealed class OutageWatch(CoreState state, OrphanSweeper orphans)
{
    private static readonly TimeSpan MinPollTimeout = TimeSpan.FromSeconds(1);

    /// <summary>If an intermediary ends so many polls in a row before their time, the worker sends shorter ones.</summary>
    private const int CutsThatShorten = 3;

    /// <summary>A poll was answered: an outage is over.</summary>
    public void Succeeded(TimeSpan now, WorkerGroup group)
    {
        if (group.IsOutageReported)
        {
            state.Report(new(WorkerEventKind.OutageEnded) { Duration = now - group.FailingSince });
        }

        orphans.EngineAnswered(now);
        group.LastGoodPoll = now;
        group.Failures = 0;
        group.Cuts = 0;
        group.IsOutageReported = false;
    }

    /// <summary>A poll failed.</summary>
    /// <returns>How long the back-off, or the server's <c>Retry-After</c>, proposes to wait.</returns>
    public TimeSpan Failed(TimeSpan now, WorkerPoll poll, PollAnswer answer, EngineError error)
    {
        var group = poll.Group;
        group.LastError = error;
        if (error.IsAmbiguous)
        {
            orphans.Sweep(now, poll, answer.Tasks);
        }

        // After an unreadable response that brought tasks the engine still works, and the next response will be smaller.
        var isPartial = error.IsUnreadable && (answer.Tasks.Count > 0 || answer.Oversized is not null);
        var counts = !state.IsStopping && !isPartial;
        if (counts && group.Failures++ == 0)
        {
            group.FailingSince = now;
        }

        state.Report(new(WorkerEventKind.PollFailed)
        {
            Poll = poll,
            Error = error,
            Count = answer.Tasks.Count,
            Duration = now - poll.SentAt,
            Attempt = group.Failures,
        });
        if (!counts)
        {
            return TimeSpan.Zero;
        }

        ReportOutage(poll, error);
        ShortenIfCut(now, poll, error);
        var wait = state.Plan.Backoff.WaitAfter(group.Failures, state.Random, isRefused: !error.IsRetryable);
        return error.RetryAfter > wait ? error.RetryAfter.Value : wait;
    }

    /// <summary>One failure may be a stale connection or a race in the engine. Two in a row are an outage, which is reported once.</summary>
    private void ReportOutage(WorkerPoll poll, EngineError error)
    {
        var isOutage = poll.Group.Failures > 1 || !error.IsRetryable;
        if (isOutage && !poll.Group.IsOutageReported)
        {
            poll.Group.IsOutageReported = true;
            state.Report(new(WorkerEventKind.OutageBegan) { Poll = poll, Error = error });
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
        state.Report(new(WorkerEventKind.PollsShortened) { Poll = poll, Error = error, Duration = age });
    }
}
