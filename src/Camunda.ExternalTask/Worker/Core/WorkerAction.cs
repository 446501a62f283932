using Camunda.ExternalTask.Protocol;

namespace Camunda.ExternalTask.Worker.Core;

/// <summary>What the core wants done. The shell does it and answers with an event where one is named.</summary>
internal enum WorkerActionKind
{
    /// <summary>Send <see cref="WorkerAction.Poll"/>; answered by <see cref="WorkerCore.PollAnswered"/>.</summary>
    SendPoll,

    /// <summary>Give up waiting for <see cref="WorkerAction.Poll"/>; it still answers, as a failure.</summary>
    AbortPoll,

    /// <summary>Ask the user's own rule how long to wait after <see cref="WorkerAction.Poll"/>; answered by <see cref="WorkerCore.BackoffChosen"/>.</summary>
    ChooseBackoff,

    /// <summary>Call the handler of <see cref="WorkerAction.Task"/>; answered by <see cref="WorkerCore.HandlerEnded"/>.</summary>
    StartHandler,

    /// <summary>Cancel the handler's token, for <see cref="WorkerAction.Reason"/>.</summary>
    CancelHandler,

    /// <summary>Send the task's settlement; answered by <see cref="WorkerCore.SettleAnswered"/>.</summary>
    Settle,

    /// <summary>Extend the task's lock; answered by <see cref="WorkerCore.LockAnswered"/>.</summary>
    ExtendLock,

    /// <summary>Lock the task again after its lock has expired; answered by <see cref="WorkerCore.LockAnswered"/>.</summary>
    Relock,

    /// <summary>List what <see cref="WorkerAction.Hunt"/> may have left locked; answered by <see cref="WorkerCore.OrphansListed"/>.</summary>
    ListOrphans,

    /// <summary>Unlock <see cref="WorkerAction.TaskId"/>, which nobody works on; answered by <see cref="WorkerCore.OrphanUnlocked"/>.</summary>
    UnlockOrphan,

    /// <summary>Log <see cref="WorkerAction.Note"/>.</summary>
    Report,

    /// <summary>Nothing is left to be done, except that orphans of aborted polls may still be looked for.</summary>
    Stopped,

    /// <summary>Not even that.</summary>
    Over,
}

/// <summary>An action with what belongs to it.</summary>
internal readonly record struct WorkerAction(WorkerActionKind Kind)
{
    public WorkerPoll? Poll { get; init; }

    public WorkerTask? Task { get; init; }

    public OrphanHunt? Hunt { get; init; }

    public string? TaskId { get; init; }

    public CancelReason Reason { get; init; }

    public WorkerNote Note { get; init; }

    public EngineError? Error { get; init; }

    /// <summary>A count or a duration that belongs to a note.</summary>
    public long Count { get; init; }

    public TimeSpan Duration { get; init; }
}

/// <summary>Why a handler is cancelled.</summary>
internal enum CancelReason
{
    None,

    /// <summary>Another worker has the task.</summary>
    LockLost,

    /// <summary>The task is no longer there.</summary>
    Gone,

    /// <summary>The worker stops and the grace is over.</summary>
    Shutdown,
}
