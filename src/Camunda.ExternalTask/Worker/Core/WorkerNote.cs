namespace Camunda.ExternalTask.Worker.Core;

/// <summary>What happened, for the log and the metrics. Each value is one event of the log.</summary>
internal enum WorkerNote
{
    PollSent,
    TasksFetched,
    PollFailed,
    EngineUnreachable,
    EngineBack,
    PollCutByIntermediary,
    BackoffStrategyFailed,
    UnknownTopic,
    OrphansReclaimed,
    DuplicateDelivery,
    TaskCompleted,
    TaskFailed,
    TaskIncident,
    BpmnErrorReported,
    TaskReleased,
    TaskDetached,
    TaskGone,
    ResultDropped,
    LockExtended,
    LockReacquired,
    LockLost,
    LockCallFailed,
    SettleRetry,
    SettleAssumedDone,
    SettleRefused,
    SettleAbandoned,
    SettleHeld,
}
