using Camunda.ExternalTask.Protocol;
using Camunda.ExternalTask.Worker.Core;

namespace Camunda.ExternalTask.Diagnostics;

/// <summary>Makes events of what the worker knows.</summary>
internal static class WorkerEvents
{
    /// <summary>The event of a note; null where it has none, because the call that it is about has one.</summary>
    public static WorkerEvent? Of(in WorkerAction action) => KindOf(action.Note) is not { } kind ? null : new(kind)
    {
        Task = action.Task?.Fetched,
        TaskId = action.Task?.Fetched.TaskId ?? action.TaskId,
        Topic = action.Task?.Fetched.TopicName,
        Topics = action.Poll?.Group.Plan.TopicNames ?? [],
        Error = action.Error is { } error ? ErrorOf(action, error) : null,
        Count = kind == WorkerEventKind.OrphansReclaimed ? (int)action.Count : 0,
        Attempt = kind == WorkerEventKind.ResultRetried ? (int)action.Count : 0,
        Duration = action.Duration,
    };

    public static WorkerEvent PollStarted(WorkerPoll poll) => new(WorkerEventKind.PollStarted) { Topics = poll.Group.Plan.TopicNames, Count = poll.MaxTasks };

    public static WorkerEvent PollEnded(WorkerPoll poll, TimeSpan elapsed, PollAnswer answer) =>
        new(answer.Error is null ? WorkerEventKind.PollSucceeded : WorkerEventKind.PollFailed)
        {
            Topics = poll.Group.Plan.TopicNames,
            Count = answer.Tasks.Count,
            Duration = elapsed,
            Error = answer.Error is { } error ? new EngineException("fetchAndLock", error) : null,
        };

    public static WorkerEvent TaskStarted(FetchedTask task) => About(WorkerEventKind.TaskStarted, task);

    public static WorkerEvent HandlerEnded(FetchedTask task, TimeSpan elapsed, in TaskOutcome outcome, Exception? failure) =>
        About(failure is null ? WorkerEventKind.HandlerSucceeded : WorkerEventKind.HandlerFailed, task) with { Duration = elapsed, Outcome = outcome.Kind, Error = failure };

    public static WorkerEvent Settled(WorkerTask task, Settlement settlement, Exception? error)
    {
        var isFailure = settlement.Kind == SettlementKind.Failure;
        return About(Settled(settlement.Kind, error is null), task.Fetched) with
        {
            Error = error,
            Attempt = task.SettleTries + 1,
            Duration = isFailure ? settlement.RetryTimeout : default,
            RetriesLeft = isFailure ? settlement.Retries : null,
        };
    }

    public static WorkerEvent Locked(FetchedTask task, bool isRelock, TimeSpan duration, EngineError? error) => About(
        (isRelock, error) switch
        {
            (true, null) => WorkerEventKind.LockSucceeded,
            (true, _) => WorkerEventKind.LockFailed,
            (false, null) => WorkerEventKind.ExtendLockSucceeded,
            _ => WorkerEventKind.ExtendLockFailed,
        },
        task) with
    {
        Duration = error is null ? duration : default,
        Error = error is null ? null : CallFailed(isRelock ? "lock" : "extendLock", task.TaskId, error),
    };

    public static WorkerEvent OrphanUnlocked(string taskId, EngineError? error) => new(error is null ? WorkerEventKind.UnlockSucceeded : WorkerEventKind.UnlockFailed)
    {
        TaskId = taskId,
        Error = error is null ? null : CallFailed("unlock", taskId, error),
    };

    public static EngineException CallFailed(string call, string taskId, EngineError error) => new($"{call} of task '{taskId}'", error);

    private static WorkerEvent About(WorkerEventKind kind, FetchedTask task) => new(kind) { Task = task, TaskId = task.TaskId, Topic = task.TopicName };

    private static Exception ErrorOf(in WorkerAction action, EngineError error) => action switch
    {
        { Note: WorkerNote.BackoffStrategyFailed } when error.Cause is { } cause => cause,
        { Task: { } task } => CallFailed("The call", task.Fetched.TaskId, error),
        _ => new EngineException("fetchAndLock", error),
    };

    private static WorkerEventKind Settled(SettlementKind kind, bool isDone) => kind switch
    {
        SettlementKind.Complete => isDone ? WorkerEventKind.CompleteSucceeded : WorkerEventKind.CompleteFailed,
        SettlementKind.BpmnError => isDone ? WorkerEventKind.HandleBpmnErrorSucceeded : WorkerEventKind.HandleBpmnErrorFailed,
        SettlementKind.Failure => isDone ? WorkerEventKind.HandleFailureSucceeded : WorkerEventKind.HandleFailureFailed,
        _ => isDone ? WorkerEventKind.UnlockSucceeded : WorkerEventKind.UnlockFailed,
    };

    private static WorkerEventKind? KindOf(WorkerNote note) => note switch
    {
        WorkerNote.LockLost => WorkerEventKind.LockLost,
        WorkerNote.TaskGone => WorkerEventKind.TaskGone,
        WorkerNote.TaskDetached => WorkerEventKind.TaskDetached,
        WorkerNote.BackoffStrategyFailed => WorkerEventKind.BackoffStrategyFailed,
        WorkerNote.DuplicateDelivery => WorkerEventKind.DuplicateDelivery,
        WorkerNote.ResultDropped => WorkerEventKind.ResultDropped,
        WorkerNote.SettleRetry => WorkerEventKind.ResultRetried,
        WorkerNote.SettleAssumedDone => WorkerEventKind.ResultAssumedDone,
        WorkerNote.SettleRefused => WorkerEventKind.ResultRefused,
        WorkerNote.SettleAbandoned => WorkerEventKind.ResultAbandoned,
        WorkerNote.SettleHeld => WorkerEventKind.ResultHeld,
        WorkerNote.EngineUnreachable => WorkerEventKind.OutageBegan,
        WorkerNote.EngineBack => WorkerEventKind.OutageEnded,
        WorkerNote.PollCutByIntermediary => WorkerEventKind.PollsShortened,
        WorkerNote.UnknownTopic => WorkerEventKind.UnknownTopic,
        WorkerNote.OrphansReclaimed => WorkerEventKind.OrphansReclaimed,
        _ => null,
    };
}
