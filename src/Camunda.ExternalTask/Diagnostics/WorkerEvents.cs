using Camunda.ExternalTask.Protocol;
using Camunda.ExternalTask.Worker.Core;

namespace Camunda.ExternalTask.Diagnostics;

/// <summary>Creates public events from internal ones.</summary>
internal static class WorkerEvents
{
    public static WorkerEvent Of(in Occurrence occurrence)
    {
        var task = occurrence.Task;
        var settlement = task?.Settlement;
        var isFailure = occurrence.Kind is WorkerEventKind.TaskFailed or WorkerEventKind.IncidentCreated or WorkerEventKind.FailureCaught or WorkerEventKind.FailureReportFailed;
        return new(occurrence.Kind)
        {
            Task = task?.Fetched,
            TaskId = task?.Fetched.TaskId ?? occurrence.TaskId,
            Topic = task?.Fetched.TopicName,
            Topics = occurrence.Poll?.Group.Plan.TopicNames ?? [],
            Error = occurrence.Exception ?? (occurrence.Error is { } error ? CallFailed(CallOf(occurrence), task?.Fetched.TaskId ?? occurrence.TaskId, error) : null),
            Count = occurrence.Count,
            Attempt = occurrence.Attempt,
            Duration = occurrence.Duration,
            RetriesLeft = isFailure ? settlement!.Retries : null,
            ErrorCode = settlement?.ErrorCode,
            Message = occurrence.Kind == WorkerEventKind.TaskDetached ? task!.Lock.WorkerId : isFailure ? settlement!.Message : null,
        };
    }

    public static WorkerEvent PollStarted(WorkerPoll poll) => new(WorkerEventKind.PollStarted) { Topics = poll.Group.Plan.TopicNames, Count = poll.MaxTasks };

    public static WorkerEvent TaskStarted(FetchedTask task) => About(WorkerEventKind.TaskStarted, task);

    public static WorkerEvent FirstTaskStarted(FetchedTask task) => About(WorkerEventKind.FirstTaskStarted, task);

    public static WorkerEvent HandlerRunsLong(FetchedTask task, TimeSpan elapsed) => About(WorkerEventKind.HandlerRunsLong, task) with { Duration = elapsed };

    public static WorkerEvent HandlerEnded(FetchedTask task, TimeSpan elapsed, in TaskOutcome outcome, Exception? failure) =>
        About(failure is null ? WorkerEventKind.HandlerSucceeded : WorkerEventKind.HandlerFailed, task) with { Duration = elapsed, Outcome = outcome.Kind, Error = failure };

    public static WorkerEvent LockExtensionFailed(FetchedTask task, EngineException error) => About(WorkerEventKind.LockExtensionFailed, task) with { Error = error };

    public static WorkerEvent CancellationCallbackFailed(FetchedTask task, Exception error) => About(WorkerEventKind.CancellationCallbackFailed, task) with { Error = error };

    public static EngineException CallFailed(string call, string? taskId, EngineError error) => new(taskId is null ? call : $"{call} of task '{taskId}'", error);

    private static WorkerEvent About(WorkerEventKind kind, FetchedTask task) => new(kind) { Task = task, TaskId = task.TaskId, Topic = task.TopicName };

    /// <summary>Returns the call that failed: the call of the event, or else the call that settles the task.</summary>
    private static string CallOf(in Occurrence occurrence) =>
        EventTable.Of(occurrence.Kind).Call ?? (occurrence.Task?.Settlement is { } settlement ? SettlementBody.PathOf(settlement.Kind) : "lock");
}
