namespace Camunda.ExternalTask.Worker.Core;

/// <summary>The kinds of actions. The shell performs an action and answers with an event where one is named.</summary>
internal enum WorkerActionKind
{
    /// <summary>Send <see cref="WorkerAction.Poll"/>; answered by <see cref="WorkerCore.PollAnswered"/>.</summary>
    SendPoll,

    /// <summary>Stop waiting for <see cref="WorkerAction.Poll"/>; it still answers, as a failure.</summary>
    AbortPoll,

    /// <summary>Ask the user's back-off strategy how long to wait after <see cref="WorkerAction.Poll"/>; answered by <see cref="WorkerCore.BackoffChosen"/>.</summary>
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

    /// <summary>List the tasks that <see cref="WorkerAction.Sweep"/> looks for; answered by <see cref="WorkerCore.OrphansListed"/>.</summary>
    ListOrphans,

    /// <summary>
    /// Unlock <see cref="WorkerAction.Orphan"/>, which no worker received, if its lock has not passed to another worker id; answered by
    /// <see cref="WorkerCore.OrphanUnlocked"/>.
    /// </summary>
    UnlockOrphan,

    /// <summary>Report <see cref="WorkerAction.Occurrence"/>.</summary>
    Report,

    /// <summary>Nothing is left to be done, except that sweeps may still look for orphans of aborted polls.</summary>
    Stopped,

    /// <summary>Nothing is left to be done, orphans included.</summary>
    Over,
}

/// <summary>An action of the core. Its factories are the only way to make one, so each kind has the subject that it needs.</summary>
internal readonly struct WorkerAction
{
    private readonly object? _subject;

    private WorkerAction(WorkerActionKind kind, object? subject, CancelReason reason = CancelReason.None, in Occurrence occurrence = default)
    {
        Kind = kind;
        _subject = subject;
        Reason = reason;
        Occurrence = occurrence;
    }

    public WorkerActionKind Kind { get; }

    public WorkerPoll Poll => (WorkerPoll)_subject!;

    public WorkerTask Task => (WorkerTask)_subject!;

    public OrphanSweep Sweep => (OrphanSweep)_subject!;

    public LockedTask Orphan => (LockedTask)_subject!;

    public CancelReason Reason { get; }

    public Occurrence Occurrence { get; }

    public static WorkerAction Stopped { get; } = new(WorkerActionKind.Stopped, null);

    public static WorkerAction Over { get; } = new(WorkerActionKind.Over, null);

    public static WorkerAction SendPoll(WorkerPoll poll) => new(WorkerActionKind.SendPoll, poll);

    public static WorkerAction AbortPoll(WorkerPoll poll) => new(WorkerActionKind.AbortPoll, poll);

    public static WorkerAction ChooseBackoff(WorkerPoll poll) => new(WorkerActionKind.ChooseBackoff, poll);

    public static WorkerAction StartHandler(WorkerTask task) => new(WorkerActionKind.StartHandler, task);

    public static WorkerAction CancelHandler(WorkerTask task, CancelReason reason) => new(WorkerActionKind.CancelHandler, task, reason);

    public static WorkerAction Settle(WorkerTask task) => new(WorkerActionKind.Settle, task);

    public static WorkerAction ExtendLock(WorkerTask task) => new(WorkerActionKind.ExtendLock, task);

    public static WorkerAction Relock(WorkerTask task) => new(WorkerActionKind.Relock, task);

    public static WorkerAction ListOrphans(OrphanSweep sweep) => new(WorkerActionKind.ListOrphans, sweep);

    public static WorkerAction UnlockOrphan(LockedTask task) => new(WorkerActionKind.UnlockOrphan, task);

    public static WorkerAction Report(in Occurrence occurrence) => new(WorkerActionKind.Report, null, occurrence: occurrence);
}
