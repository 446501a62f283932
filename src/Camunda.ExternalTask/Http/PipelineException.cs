namespace Camunda.ExternalTask.Http;

/// <summary>Something of this side of the wire stopped a request: an interceptor, a source of tokens or addresses, a guard. Its message names it and holds no credentials.</summary>
internal sealed class PipelineException(string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>Whether the request had gone out before; then it may have been carried out.</summary>
    public bool WasSent { get; init; }

    /// <summary>How long to wait before the next try makes sense, or null.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The request was not sent because something threw.</summary>
    /// <param name="who">What threw, as the subject of a sentence.</param>
    /// <param name="exception">What it threw.</param>
    public static PipelineException NotSent(string who, Exception exception) =>
        new($"The request was not sent, {who} failed: {Describe(exception)}", SafeCause(exception));

    /// <summary>What threw, in words. Headers that are refused come back in the message of a <see cref="FormatException"/>, and may be credentials.</summary>
    public static string Describe(Exception exception) => exception is FormatException
        ? "FormatException (its message may repeat a header's value and is left out)"
        : $"{exception.GetType().Name}: {exception.Message}";

    /// <summary>The cause, unless its own message may repeat credentials.</summary>
    public static Exception? SafeCause(Exception exception) => exception is FormatException ? null : exception;
}
