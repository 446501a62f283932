using System.Globalization;

namespace Camunda.ExternalTask.Protocol;

/// <summary>A failed call: the engine's error, an intermediary's, or no answer.</summary>
/// <param name="Status">The HTTP status; 0 if no status line came back.</param>
/// <param name="Message">The engine's message, an excerpt of the body, or the transport's error.</param>
internal sealed record EngineError(int Status, string Message)
{
    private const int OptimisticLocking = 1;
    private const int Deadlock = 10_000;
    private const int ForeignKey = 10_001;
    private const int ColumnTooSmall = 10_002;

    /// <summary>The engine's error type (a short Java class name), or null if the body is not the engine's.</summary>
    public string? Type { get; init; }

    /// <summary>The engine's error code, or null if it has none (errors of the REST layer, and engines before 7.18).</summary>
    public int? Code { get; init; }

    /// <summary>The problems in the files of a deployment that the engine refuses.</summary>
    public IReadOnlyList<ModelProblem> ModelProblems { get; init; } = [];

    /// <summary>The server's <c>Retry-After</c>, or null.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The transport's exception, or null if there was an answer.</summary>
    public Exception? Cause { get; init; }

    /// <summary>Whether the engine may have performed the call although no complete answer came back.</summary>
    public bool IsAmbiguous { get; init; }

    /// <summary>Whether the answer has a success status but is not the engine's: a login page, a captive portal.</summary>
    public bool IsForeign { get; init; }

    /// <summary>Whether the answer began but could not be read completely: too long, too slow, cut off or malformed.</summary>
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

    /// <summary>Whether it is optimistic locking or a deadlock. Both are normal under load and pass within milliseconds.</summary>
    public bool IsTransient => Code is OptimisticLocking or Deadlock;

    /// <summary>Whether it is a 500 caused by a concurrent end of the same task. The engine answers 404 to the next attempt.</summary>
    public bool IsRace => Status == 500 && (Type == "NullPointerException" || Message.Contains("Cannot find execution", StringComparison.Ordinal));

    /// <summary>Whether the engine's queue of new polls is full or its server is shutting down.</summary>
    public bool IsOverload => Status == 500 &&
        (Message.Contains("too many requests", StringComparison.OrdinalIgnoreCase) || Message.Contains("shutdown of application server", StringComparison.Ordinal));

    /// <summary>Whether the database refuses a value. It refuses the value each time.</summary>
    public bool IsRefusedByDatabase => Code is ForeignKey or ColumnTooSmall;

    /// <summary>Whether the database did not accept a value. Engines before 7.18 have only a message, which is different for setting variables of an instance.</summary>
    public bool IsPersistenceFailure => Code is ColumnTooSmall || (Status == 500
        && ((Code is null && Message.Contains("persistence layer", StringComparison.Ordinal)) || Message.Contains("value is too long", StringComparison.Ordinal)));

    /// <summary>Whether the task no longer exists: completed, cancelled, or its process instance deleted. False for a missing path or variable.</summary>
    public bool IsGone => Status == 404 && IsFromEngine && Type is not ("NotFoundException" or "InvalidRequestException");

    /// <summary>Whether the process instance is suspended. No worker can take the task meanwhile.</summary>
    public bool IsSuspended => Status == 400 && Message.Contains("ENGINE-03043", StringComparison.Ordinal);

    /// <summary>Whether another worker holds the lock, or no worker does.</summary>
    public bool IsLockLost => Status == 400 && Message.Contains("locked by", StringComparison.Ordinal) && !IsSuspended;

    /// <summary>Whether no instance can receive a message, or several can.</summary>
    public bool IsMismatchingMessage => Status == 400
        && (Type == "MismatchingMessageCorrelationException" || Message.Contains("MismatchingMessageCorrelationException", StringComparison.Ordinal));

    /// <summary>Whether credentials are missing, wrong or not sufficient.</summary>
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
