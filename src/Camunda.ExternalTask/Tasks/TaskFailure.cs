namespace Camunda.ExternalTask;

/// <summary>
/// A failure to report to the engine. Without <see cref="Retries"/> and <see cref="RetryTimeout"/>, the handler's retry cycle determines
/// when the task is retried.
/// </summary>
/// <param name="Message">
/// The cause, for operators. The engine stores 666 characters. The worker cuts longer messages at a character boundary.
/// </param>
/// <param name="Details">Further text, for example a stack trace. The engine stores all of it, and Cockpit shows it.</param>
public sealed record TaskFailure(string Message, string? Details = null)
{
    /// <summary>
    /// The retries that remain after this failure; 0 creates an incident. Null means that the retry cycle determines them: one less than
    /// before.
    /// </summary>
    public int? Retries { get; init; }

    /// <summary>The delay before the task is retried. Null means that the retry cycle determines it.</summary>
    public TimeSpan? RetryTimeout { get; init; }

    /// <summary>Process variables to set with the failure (Camunda 7.15 and later), or null.</summary>
    public IReadOnlyDictionary<string, TypedValue>? Variables { get; init; }

    /// <summary>Local variables to set with the failure (Camunda 7.15 and later), or null.</summary>
    public IReadOnlyDictionary<string, TypedValue>? LocalVariables { get; init; }
}
