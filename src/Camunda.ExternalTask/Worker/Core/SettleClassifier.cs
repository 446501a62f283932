using Camunda.ExternalTask.Protocol;

namespace Camunda.ExternalTask.Worker.Core;

/// <summary>What the engine's answer to a settlement means.</summary>
internal enum SettleVerdict
{
    /// <summary>The engine carried out the settlement.</summary>
    Done,

    /// <summary>The engine carried out an earlier attempt whose response was lost.</summary>
    DoneAssumed,

    /// <summary>The task no longer exists; the worker drops the result.</summary>
    Gone,

    /// <summary>Another worker holds the lock.</summary>
    LockLost,

    /// <summary>The process instance is suspended; the worker keeps the result.</summary>
    Suspended,

    /// <summary>Normal load (optimistic locking, a deadlock, a race): the worker sends the result again within milliseconds.</summary>
    RetrySoon,

    /// <summary>An outage: the worker sends the result again after growing delays.</summary>
    Retry,

    /// <summary>The step after the task fails each time; the completion is rolled back.</summary>
    StepFailed,

    /// <summary>The engine will never accept the result.</summary>
    Refused,
}

/// <summary>Classifies the engine's answers to settlements by status and code, and by text only where the engine sends nothing else.</summary>
internal static class SettleClassifier
{
    /// <summary>How many engine errors in a row, other than normal load, count as permanent.</summary>
    public const int MaxEngineErrors = 3;

    /// <param name="kind">The call.</param>
    /// <param name="error">The answer; null for success.</param>
    /// <param name="isAmbiguous">Whether the engine may have carried out an earlier attempt.</param>
    /// <param name="engineErrors">The number of engine errors in a row before this answer.</param>
    public static SettleVerdict Classify(SettlementKind kind, EngineError? error, bool isAmbiguous, int engineErrors) => error switch
    {
        null => SettleVerdict.Done,
        { IsGone: true } when isAmbiguous || kind == SettlementKind.Unlock => SettleVerdict.DoneAssumed,
        { IsGone: true } => SettleVerdict.Gone,
        { IsSuspended: true } => SettleVerdict.Suspended,
        { IsLockLost: true } => SettleVerdict.LockLost,
        { IsTransient: true } or { IsRace: true } => SettleVerdict.RetrySoon,
        { IsRefusedByDatabase: true } => SettleVerdict.Refused,
        { IsRetryable: true } or { IsUnauthorized: true } => SettleVerdict.Retry,
        { Status: 500 } => engineErrors + 1 < MaxEngineErrors ? SettleVerdict.RetrySoon : SettleVerdict.StepFailed,
        // A wrong address, or a proxy that redirects: an operator has to repair it, and the result can wait for that.
        { IsFromEngine: false, Status: 404 or (>= 300 and < 400) } or { Type: "NotFoundException" } => SettleVerdict.Retry,
        _ => SettleVerdict.Refused,
    };
}
