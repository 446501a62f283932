namespace Camunda.ExternalTask;

/// <summary>A failure to be reported to the engine. Without <see cref="Retries"/> and <see cref="RetryTimeout"/> the handler's retry cycle decides when the task is tried again.</summary>
/// <param name="Message">What went wrong, for operators. The engine keeps 666 characters; it is cut on a character boundary before it is sent.</param>
/// <param name="Details">More text, for example a stack trace; kept whole by the engine and shown in Cockpit.</param>
public sealed record TaskFailure(string Message, string? Details = null)
{
    /// <summary>How many retries are left after this failure; 0 creates an incident. Null: one less than before, as the retry cycle says.</summary>
    public int? Retries { get; init; }

    /// <summary>How long until the task is tried again. Null: as the retry cycle says.</summary>
    public TimeSpan? RetryTimeout { get; init; }

    /// <summary>Process variables to set with the failure (Camunda 7.15 and later), or null.</summary>
    public IReadOnlyDictionary<string, TypedValue>? Variables { get; init; }

    /// <summary>Local variables to set with the failure (Camunda 7.15 and later), or null.</summary>
    public IReadOnlyDictionary<string, TypedValue>? LocalVariables { get; init; }
}
