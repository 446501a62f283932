using System.Globalization;

namespace Camunda.ExternalTask.Protocol;

/// <summary>What the engine, or something between, answered instead of success; or that nothing answered.</summary>
/// <param name="Status">The HTTP status; 0 if no status line came back.</param>
/// <param name="Message">The engine's words, or an excerpt of the body, or the transport's error.</param>
internal sealed record EngineError(int Status, string Message)
{
    private const int OptimisticLocking = 1;
    private const int Deadlock = 10_000;
    private const int ForeignKey = 10_001;
    private const int ColumnTooSmall = 10_002;

    /// <summary>The engine's error type (a short Java class name), or null where the body is not the engine's.</summary>
    public string? Type { get; init; }

    /// <summary>The engine's error code, or null where it gives none (errors of its REST layer, and engines before 7.18).</summary>
    public int? Code { get; init; }

    /// <summary>How long the server asks to wait, or null.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The transport's exception, or null if there was an answer.</summary>
    public Exception? Cause { get; init; }

    /// <summary>Whether the request may have reached the engine although no complete answer came back: the call may have been carried out.</summary>
    public bool IsAmbiguous { get; init; }

    /// <summary>Whether a success status came with an answer that is not the engine's: a login page, a captive portal.</summary>
    public bool IsForeign { get; init; }

    /// <summary>Whether the answer began and could not be read to its end: too long, too slow, cut off or malformed.</summary>
    public bool IsUnreadable { get; init; }

    /// <summary>Whether the body is the engine's error object. A 404 without it comes from a wrong address or a proxy.</summary>
    public bool IsFromEngine => Type is not null;

    /// <summary>Whether the same request may succeed later: transport, 408, 425, 429, 502 to 504, optimistic locking, deadlock, and the races of a 500.</summary>
    public bool IsRetryable => Status switch
    {
        _ when IsForeign => true,
        0 or 408 or 425 or 429 or 502 or 503 or 504 => true,
        500 => !IsFromEngine || IsTransient || IsRace || IsOverload,
        _ => false,
    };

    /// <summary>Optimistic locking and deadlocks: normal load, gone within milliseconds.</summary>
    public bool IsTransient => Code is OptimisticLocking or Deadlock;

    /// <summary>A 500 that a concurrent end of the same task causes; the next try answers 404.</summary>
    public bool IsRace => Status == 500 && (Type == "NullPointerException" || Message.Contains("Cannot find execution", StringComparison.Ordinal));

    /// <summary>The engine's queue of new polls is full, or its server is shutting down.</summary>
    public bool IsOverload => Status == 500 &&
        (Message.Contains("too many requests", StringComparison.OrdinalIgnoreCase) || Message.Contains("shutdown of application server", StringComparison.Ordinal));

    /// <summary>The database refuses the value; it will each time.</summary>
    public bool IsRefusedByDatabase => Code is ForeignKey or ColumnTooSmall;

    /// <summary>The database did not take a value. Engines before 7.18 say so in words only, and setting variables of an instance has words of its own.</summary>
    public bool IsPersistenceFailure => Code is ColumnTooSmall || (Status == 500
        && ((Code is null && Message.Contains("persistence layer", StringComparison.Ordinal)) || Message.Contains("value is too long", StringComparison.Ordinal)));

    /// <summary>The task is no longer there: completed, cancelled, or its instance deleted. Not: a path or a variable that is missing.</summary>
    public bool IsGone => Status == 404 && IsFromEngine && Type is not ("NotFoundException" or "InvalidRequestException");

    /// <summary>The process instance is suspended; nobody can have taken the task meanwhile.</summary>
    public bool IsSuspended => Status == 400 && Message.Contains("ENGINE-03043", StringComparison.Ordinal);

    /// <summary>Another worker (or nobody) holds the lock.</summary>
    public bool IsLockLost => Status == 400 && Message.Contains("locked by", StringComparison.Ordinal) && !IsSuspended;

    /// <summary>Credentials are missing, wrong, or not allowed to do this.</summary>
    public bool IsUnauthorized => Status is 401 or 403;

    /// <inheritdoc/>
    public override string ToString() => (Status, Type, Code) switch
    {
        (0, _, _) => Message,
        (_, null, _) => string.Create(CultureInfo.InvariantCulture, $"{Status}: {Message}"),
        (_, _, null) => string.Create(CultureInfo.InvariantCulture, $"{Status} {Type}: {Message}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Status} {Type} (code {Code}): {Message}"),
    };
}
