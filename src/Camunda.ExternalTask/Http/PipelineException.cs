namespace Camunda.ExternalTask.Http;

/// <summary>
/// A component of the client stopped a request: an interceptor, a token source, an address resolver or a guard. The message names the
/// component and contains no credentials.
/// </summary>
internal sealed class PipelineException(string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>Whether the request had already been sent. If so, the engine may have executed it.</summary>
    public bool WasSent { get; init; }

    /// <summary>The time to wait before a retry, or null.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Creates an exception for a request that was not sent because a component threw.</summary>
    /// <param name="who">The component, as the subject of a sentence.</param>
    /// <param name="exception">The exception of the component.</param>
    public static PipelineException NotSent(string who, Exception exception) =>
        new($"The request was not sent because {who} failed: {Describe(exception)}", SafeCause(exception));

    /// <summary>
    /// Describes an exception. The message of a <see cref="FormatException"/> is left out, because it repeats the value of an invalid
    /// header, which may be a credential.
    /// </summary>
    public static string Describe(Exception exception) => exception is FormatException
        ? "FormatException (its message may repeat a header's value and is left out)"
        : $"{exception.GetType().Name}: {exception.Message}";

    /// <summary>Returns the exception as a cause, or null if its message may repeat credentials.</summary>
    public static Exception? SafeCause(Exception exception) => exception is FormatException ? null : exception;
}
