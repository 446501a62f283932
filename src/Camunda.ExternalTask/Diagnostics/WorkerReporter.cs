using System.Diagnostics;
using Camunda.ExternalTask.Protocol;
using Camunda.ExternalTask.Worker.Core;
using Microsoft.Extensions.Logging;

namespace Camunda.ExternalTask.Diagnostics;

/// <summary>Says what happens: to the log, the instruments and the observers.</summary>
internal sealed class WorkerReporter(ILogger logger, WorkerMetrics metrics, WorkerObservers observers)
{
    private long _telemetryFailures;

    public void WorkerChanged(WorkerEventKind kind)
    {
        if (observers.Any)
        {
            observers.Notify(new(kind));
        }
    }

    public void TopicChanged(WorkerEventKind kind, string topic)
    {
        if (observers.Any)
        {
            observers.Notify(new(kind) { Topic = topic });
        }
    }

    public void PollStarted(WorkerPoll poll)
    {
        if (observers.Any)
        {
            observers.Notify(WorkerEvents.PollStarted(poll));
        }
    }

    public void PollEnded(WorkerPoll poll, TimeSpan elapsed, PollAnswer answer)
    {
        Measure((elapsed, answer), static (metrics, poll) => metrics.PollEnded(poll.elapsed, poll.answer));
        if (observers.Any)
        {
            observers.Notify(WorkerEvents.PollEnded(poll, elapsed, answer));
        }
    }

    public void HandlerStarted(FetchedTask task)
    {
        Measure(task, static (metrics, task) => metrics.HandlerStarted(task.TopicName));
        if (observers.Any)
        {
            observers.Notify(WorkerEvents.TaskStarted(task));
        }
    }

    public void HandlerEnded(FetchedTask task, TimeSpan elapsed, in TaskOutcome outcome, Exception? failure)
    {
        Measure((task, elapsed, failure), static (metrics, run) => metrics.HandlerEnded(run.task.TopicName, run.elapsed, run.failure));
        if (observers.Any)
        {
            observers.Notify(WorkerEvents.HandlerEnded(task, elapsed, outcome, failure));
        }
    }

    /// <summary>A settlement was answered, or could not be written.</summary>
    public void Settled(WorkerTask task, Settlement settlement, EngineError? error, EngineOutputException? unwritable = null)
    {
        if (observers.Any)
        {
            observers.Notify(WorkerEvents.Settled(
                task, settlement, error is null ? unwritable : WorkerEvents.CallFailed(SettlementBody.PathOf(settlement.Kind), task.Fetched.TaskId, error)));
        }
    }

    public void Locked(WorkerTask task, bool isRelock, TimeSpan duration, EngineError? error)
    {
        if (observers.Any)
        {
            observers.Notify(WorkerEvents.Locked(task.Fetched, isRelock, duration, error));
        }
    }

    public void OrphanUnlocked(string taskId, EngineError? error)
    {
        if (observers.Any)
        {
            observers.Notify(WorkerEvents.OrphanUnlocked(taskId, error));
        }
    }

    public IDisposable? BeginTask(WorkerTask task)
    {
        // Without anybody who listens a scope only costs.
        if (!logger.IsEnabled(LogLevel.Error))
        {
            return null;
        }

        WorkerLog.TaskStarted(logger, task.Fetched.TaskId, task.Fetched.TopicName);
        return logger.BeginScope(new TaskLogScope(task.Fetched));
    }

    public Activity? StartActivity(FetchedTask task)
    {
        try
        {
            return WorkerTracing.StartProcess(task);
        }
        catch (Exception exception)
        {
            TelemetryFailed(exception);
            return null;
        }
    }

    public void EndActivity(Activity? activity, in TaskOutcome outcome, Exception? failure)
    {
        try
        {
            WorkerTracing.EndProcess(activity, outcome, failure);
        }
        catch (Exception exception)
        {
            TelemetryFailed(exception);
        }
    }

    /// <summary>A callback that a handler registered on its token threw when the token was cancelled.</summary>
    public void CancellationCallbackFailed(WorkerTask task, Exception exception) =>
        WorkerLog.CancellationCallbackFailed(logger, exception, task.Fetched.TaskId, task.Fetched.TopicName);

    public void DrainForced(int inFlight) => WorkerLog.DrainForced(logger, inFlight);

    public void Unexpected(Exception exception) => WorkerLog.Unexpected(logger, exception);

    public void Report(in WorkerAction action)
    {
        Measure(action, static (metrics, action) => metrics.Report(action));
        if (observers.Any && WorkerEvents.Of(action) is { } occurrence)
        {
            observers.Notify(occurrence);
        }

        if (action.Task is { } task)
        {
            ReportTask(action, task, task.Fetched.TaskId, task.Fetched.TopicName);
        }
        else
        {
            ReportWorker(action);
        }
    }

    /// <summary>Listeners of the instruments are other people's code and run on the worker's threads.</summary>
    private void Measure<TState>(TState state, Action<WorkerMetrics, TState> record)
    {
        try
        {
            record(metrics, state);
        }
        catch (Exception exception)
        {
            TelemetryFailed(exception);
        }
    }

    private void TelemetryFailed(Exception exception)
    {
        if (FailureThrottle.Count(ref _telemetryFailures, out var failures))
        {
            WorkerLog.TelemetryFailed(logger, exception, failures);
        }
    }

    private void ReportWorker(in WorkerAction action)
    {
        var error = action.Error?.ToString() ?? "";
        switch (action.Note)
        {
            case WorkerNote.TasksFetched: WorkerLog.TasksFetched(logger, action.Count, action.Poll!.Group.Plan.Name); break;
            case WorkerNote.PollFailed: WorkerLog.PollFailed(logger, action.Count, error); break;
            case WorkerNote.EngineUnreachable: WorkerLog.EngineUnreachable(logger, error); break;
            case WorkerNote.EngineBack: WorkerLog.EngineBack(logger, action.Duration); break;
            case WorkerNote.PollCutByIntermediary: WorkerLog.PollCutByIntermediary(logger, action.Duration); break;
            case WorkerNote.BackoffStrategyFailed: WorkerLog.BackoffStrategyFailed(logger, action.Error!.Cause, error); break;
            case WorkerNote.UnknownTopic: WorkerLog.UnknownTopic(logger, action.TaskId); break;
            case WorkerNote.OrphansReclaimed: WorkerLog.OrphansReclaimed(logger, action.Count); break;
        }
    }

    private void ReportTask(in WorkerAction action, WorkerTask task, string id, string topic)
    {
        var settlement = task.Settlement;
        switch (action.Note)
        {
            case WorkerNote.TaskCompleted: WorkerLog.TaskCompleted(logger, id, topic, task.Run?.Elapsed ?? default); break;
            case WorkerNote.TaskFailed: WorkerLog.TaskFailed(logger, task.Run?.Failure, id, topic, task.Fetched.ProcessInstanceId, action.Count, action.Duration, settlement?.Message); break;
            case WorkerNote.TaskIncident: WorkerLog.TaskIncident(logger, task.Run?.Failure, id, topic, task.Fetched.ProcessInstanceId, settlement?.Message); break;
            case WorkerNote.BpmnErrorReported: WorkerLog.BpmnErrorReported(logger, id, topic, settlement?.ErrorCode); break;
            case WorkerNote.TaskReleased: WorkerLog.TaskReleased(logger, id, topic); break;
            case WorkerNote.TaskDetached: WorkerLog.TaskDetached(logger, id, topic, task.WorkerId); break;
            case WorkerNote.TaskGone: WorkerLog.TaskGone(logger, id, topic); break;
            case WorkerNote.DuplicateDelivery: WorkerLog.DuplicateDelivery(logger, id, topic); break;
            case WorkerNote.ResultDropped: WorkerLog.ResultDropped(logger, id, topic); break;
            case WorkerNote.LockExtended: WorkerLog.LockExtended(logger, id, topic); break;
            case WorkerNote.LockReacquired: WorkerLog.LockReacquired(logger, id, topic); break;
            case WorkerNote.LockLost: WorkerLog.LockLost(logger, id, topic, action.Error?.ToString()); break;
            case WorkerNote.LockCallFailed: WorkerLog.LockCallFailed(logger, id, topic, action.Error?.ToString()); break;
            case WorkerNote.SettleRetry: WorkerLog.SettleRetry(logger, id, topic, action.Count, action.Error?.ToString()); break;
            case WorkerNote.SettleAssumedDone: WorkerLog.SettleAssumedDone(logger, id, topic); break;
            case WorkerNote.SettleRefused: WorkerLog.SettleRefused(logger, id, topic, action.Error?.ToString() ?? settlement?.Message); break;
            case WorkerNote.SettleAbandoned: WorkerLog.SettleAbandoned(logger, id, topic, action.Error?.ToString()); break;
            case WorkerNote.SettleHeld: WorkerLog.SettleHeld(logger, id, topic); break;
        }
    }
}
