using Microsoft.Extensions.Logging;

namespace Camunda.ExternalTask.Diagnostics;

/// <summary>The worker's log events. Ids and names are fixed; no event holds the value of a variable.</summary>
internal static partial class WorkerLog
{
    [LoggerMessage(1000, LogLevel.Information, "Worker {WorkerId} starts: {Topics} at {Engine}", EventName = "Starting")]
    public static partial void Starting(ILogger logger, string workerId, string topics, string engine);

    [LoggerMessage(1002, LogLevel.Information, "Worker {WorkerId} stops", EventName = "Stopping")]
    public static partial void Stopping(ILogger logger, string workerId);

    [LoggerMessage(1003, LogLevel.Information, "Worker {WorkerId} has stopped", EventName = "Drained")]
    public static partial void Drained(ILogger logger, string workerId);

    [LoggerMessage(1004, LogLevel.Warning, "The host would not wait: {InFlight} tasks were left locked", EventName = "DrainForced")]
    public static partial void DrainForced(ILogger logger, int inFlight);

    [LoggerMessage(1005, LogLevel.Critical, "A defect in the worker; it goes on", EventName = "Unexpected")]
    public static partial void Unexpected(ILogger logger, Exception exception);

    [LoggerMessage(1006, LogLevel.Warning, "The observer {Observer} has thrown, {Count} times by now", EventName = "ObserverFailed")]
    public static partial void ObserverFailed(ILogger logger, Exception exception, string? observer, long count);

    [LoggerMessage(1007, LogLevel.Warning, "A listener of the worker's metrics or activities threw ({Count} times so far)", EventName = "TelemetryFailed")]
    public static partial void TelemetryFailed(ILogger logger, Exception exception, long count);

    [LoggerMessage(1101, LogLevel.Debug, "Fetched {Count} tasks for {Group}", EventName = "TasksFetched")]
    public static partial void TasksFetched(ILogger logger, long count, string group);

    [LoggerMessage(1102, LogLevel.Debug, "Fetch failed ({Count} in a row): {Error}", EventName = "PollFailed")]
    public static partial void PollFailed(ILogger logger, long count, string error);

    [LoggerMessage(1103, LogLevel.Error, "The engine cannot be polled; the worker keeps trying: {Error}", EventName = "EngineUnreachable")]
    public static partial void EngineUnreachable(ILogger logger, string error);

    [LoggerMessage(1104, LogLevel.Information, "The engine can be polled again, after {Duration}", EventName = "EngineBack")]
    public static partial void EngineBack(ILogger logger, TimeSpan duration);

    [LoggerMessage(1105, LogLevel.Warning, "Something between worker and engine cuts polls after {Age}; polls are shorter from now on", EventName = "PollCutByIntermediary")]
    public static partial void PollCutByIntermediary(ILogger logger, TimeSpan age);

    [LoggerMessage(1107, LogLevel.Error, "The engine delivered task {TaskId} of a topic nobody asked for; it is unlocked", EventName = "UnknownTopic")]
    public static partial void UnknownTopic(ILogger logger, string? taskId);

    [LoggerMessage(1108, LogLevel.Warning, "Unlocked {Count} tasks that were locked for nobody", EventName = "OrphansReclaimed")]
    public static partial void OrphansReclaimed(ILogger logger, long count);

    [LoggerMessage(1109, LogLevel.Error, "The back-off strategy failed; the default's time is waited until it works again: {Failure}", EventName = "BackoffStrategyFailed")]
    public static partial void BackoffStrategyFailed(ILogger logger, Exception? exception, string failure);

    [LoggerMessage(1200, LogLevel.Debug, "Task {TaskId} of {Topic} starts", EventName = "TaskStarted")]
    public static partial void TaskStarted(ILogger logger, string taskId, string topic);

    [LoggerMessage(1201, LogLevel.Debug, "Task {TaskId} of {Topic} is completed after {Elapsed}", EventName = "TaskCompleted")]
    public static partial void TaskCompleted(ILogger logger, string taskId, string topic, TimeSpan elapsed);

    [LoggerMessage(1202, LogLevel.Warning, "Task {TaskId} of {Topic} failed, process instance {ProcessInstanceId}; {Retries} retries left, the next in {RetryTimeout}: {Failure}", EventName = "TaskFailed")]
    public static partial void TaskFailed(ILogger logger, Exception? exception, string taskId, string topic, string processInstanceId, long retries, TimeSpan retryTimeout, string? failure);

    [LoggerMessage(1203, LogLevel.Error, "Task {TaskId} of {Topic} is an incident, process instance {ProcessInstanceId}: {Failure}", EventName = "TaskIncident")]
    public static partial void TaskIncident(ILogger logger, Exception? exception, string taskId, string topic, string processInstanceId, string? failure);

    [LoggerMessage(1204, LogLevel.Information, "Task {TaskId} of {Topic} reported BPMN error {ErrorCode}", EventName = "BpmnErrorReported")]
    public static partial void BpmnErrorReported(ILogger logger, string taskId, string topic, string? errorCode);

    [LoggerMessage(1207, LogLevel.Information, "Task {TaskId} of {Topic} is gone: completed elsewhere, cancelled, or its process instance deleted", EventName = "TaskGone")]
    public static partial void TaskGone(ILogger logger, string taskId, string topic);

    [LoggerMessage(1208, LogLevel.Warning, "Task {TaskId} of {Topic} came again while it was worked on: its lock had expired", EventName = "DuplicateDelivery")]
    public static partial void DuplicateDelivery(ILogger logger, string taskId, string topic);

    [LoggerMessage(1209, LogLevel.Information, "Task {TaskId} of {Topic} is given back", EventName = "TaskReleased")]
    public static partial void TaskReleased(ILogger logger, string taskId, string topic);

    [LoggerMessage(1210, LogLevel.Warning, "The result of task {TaskId} of {Topic} is dropped: the task is not this worker's any longer", EventName = "ResultDropped")]
    public static partial void ResultDropped(ILogger logger, string taskId, string topic);

    [LoggerMessage(1211, LogLevel.Information, "Task {TaskId} of {Topic} is left to somebody else, who completes it as worker {WorkerId}", EventName = "TaskDetached")]
    public static partial void TaskDetached(ILogger logger, string taskId, string topic, string workerId);

    [LoggerMessage(1212, LogLevel.Error, "A cancellation callback of the handler of task {TaskId} of {Topic} threw", EventName = "CancellationCallbackFailed")]
    public static partial void CancellationCallbackFailed(ILogger logger, Exception exception, string taskId, string topic);

    [LoggerMessage(1300, LogLevel.Trace, "The lock of task {TaskId} of {Topic} is extended", EventName = "LockExtended")]
    public static partial void LockExtended(ILogger logger, string taskId, string topic);

    [LoggerMessage(1301, LogLevel.Information, "The lock of task {TaskId} of {Topic} had expired and is taken again", EventName = "LockReacquired")]
    public static partial void LockReacquired(ILogger logger, string taskId, string topic);

    [LoggerMessage(1302, LogLevel.Warning, "The lock of task {TaskId} of {Topic} is lost: {Error}", EventName = "LockLost")]
    public static partial void LockLost(ILogger logger, string taskId, string topic, string? error);

    [LoggerMessage(1303, LogLevel.Debug, "The lock of task {TaskId} of {Topic} could not be extended yet: {Error}", EventName = "LockCallFailed")]
    public static partial void LockCallFailed(ILogger logger, string taskId, string topic, string? error);

    [LoggerMessage(1400, LogLevel.Debug, "The result of task {TaskId} of {Topic} is sent again (try {Try}): {Error}", EventName = "SettleRetry")]
    public static partial void SettleRetry(ILogger logger, string taskId, string topic, long @try, string? error);

    [LoggerMessage(1401, LogLevel.Information, "Task {TaskId} of {Topic} is taken as done: the answer of an earlier try was lost", EventName = "SettleAssumedDone")]
    public static partial void SettleAssumedDone(ILogger logger, string taskId, string topic);

    [LoggerMessage(1402, LogLevel.Error, "The engine refused the result of task {TaskId} of {Topic}; it becomes a failure: {Error}", EventName = "SettleRefused")]
    public static partial void SettleRefused(ILogger logger, string taskId, string topic, string? error);

    [LoggerMessage(1403, LogLevel.Error, "The result of task {TaskId} of {Topic} could not be delivered; the task will be run again once its lock is over: {Error}", EventName = "SettleAbandoned")]
    public static partial void SettleAbandoned(ILogger logger, string taskId, string topic, string? error);

    [LoggerMessage(1404, LogLevel.Information, "The process instance of task {TaskId} of {Topic} is suspended; its result is kept", EventName = "SettleHeldSuspended")]
    public static partial void SettleHeld(ILogger logger, string taskId, string topic);
}
