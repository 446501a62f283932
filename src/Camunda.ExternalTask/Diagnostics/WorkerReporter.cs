using Microsoft.Extensions.Logging;

namespace Camunda.ExternalTask;

/// <summary>Writes the core's notes to the log and counts them.</summary>
internal sealed class WorkerReporter(ILogger logger, WorkerMetrics metrics)
{
    public WorkerMetrics Metrics { get; } = metrics;

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

    public void DrainForced(int inFlight) => WorkerLog.DrainForced(logger, inFlight);

    public void Unexpected(Exception exception) => WorkerLog.Unexpected(logger, exception);

    public void Report(in WorkerAction action)
    {
        Metrics.Report(action);
        if (action.Task is { } task)
        {
            ReportTask(action, task, task.Fetched.TaskId, task.Fetched.TopicName);
        }
        else
        {
            ReportWorker(action);
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
