using Camunda.ExternalTask.Protocol;

namespace Camunda.ExternalTask.Worker.Core;

/// <summary>What the engine's answer to a settlement means.</summary>
internal enum SettleVerdict
{
    /// <summary>The engine has it.</summary>
    Done,

    /// <summary>An earlier try without an answer was carried out.</summary>
    DoneAssumed,

    /// <summary>The task is no longer there; the result is of no use to anybody.</summary>
    Gone,

    /// <summary>Somebody else has the task.</summary>
    LockLost,

    /// <summary>The process instance is suspended; the result can wait.</summary>
    Suspended,

    /// <summary>Normal load (optimistic locking, deadlock, races): again within milliseconds.</summary>
    RetrySoon,

    /// <summary>An outage: again after a growing wait.</summary>
    Retry,

    /// <summary>The step after the task fails each time; the completion is rolled back.</summary>
    StepFailed,

    /// <summary>The engine will never take this.</summary>
    Refused,
}

/// <summary>Reads the engine's answers to settlements. By status and code; by text only where the engine gives nothing else.</summary>
internal static class SettleClassifier
{
    /// <summary>How often an engine error that is no normal load is tried before it counts as lasting.</summary>
    public const int MaxEngineErrors = 3;

    /// <param name="kind">The call.</param>
    /// <param name="error">The answer; null for success.</param>
    /// <param name="isAmbiguous">Whether an earlier try may have been carried out.</param>
    /// <param name="engineErrors">How many engine errors in a row came before this answer.</param>
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
        // A wrong address or a redirecting proxy: somebody has to repair it, and the result can wait for that.
        { IsFromEngine: false, Status: 404 or (>= 300 and < 400) } or { Type: "NotFoundException" } => SettleVerdict.Retry,
        _ => SettleVerdict.Refused,
    };
}
