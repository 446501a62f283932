using System.Net.Http.Headers;
using Camunda.ExternalTask.Http;

namespace Camunda.ExternalTask.Protocol;

/// <summary>Makes an <see cref="EngineError"/> of an answer that has a success status but cannot be read.</summary>
internal static class UnreadableAnswer
{
    /// <summary>The body did not arrive completely.</summary>
    public static EngineError Incomplete(Exception failure, TimeSpan bodyTimeout) => Of(
        failure is OperationCanceledException
            ? $"The answer did not end within {bodyTimeout.TotalSeconds:0.#} s."
            : $"The answer broke off: {failure.Message}",
        failure);

    /// <summary>The body is not what the engine sends.</summary>
    public static EngineError Malformed(Exception failure, MediaTypeHeaderValue? contentType) => Of(
        $"The answer ({contentType?.MediaType ?? "no media type"}) is not the engine's: {failure.Message} "
        + "Check the base address (it usually ends in /engine-rest).",
        failure);

    private static EngineError Of(string message, Exception cause) => new(0, ResponseText.Neutralize(message)) { Cause = cause, IsAmbiguous = true, IsUnreadable = true };
}
