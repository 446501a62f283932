namespace Camunda.ExternalTask.Http.Authentication;

/// <summary>The token endpoint gave no token. The message is the rest of a sentence about it, without any secret; there is no inner exception, which could hold one.</summary>
internal sealed class TokenException(string message) : Exception(message)
{
    /// <summary>How long the server asks to wait, or null.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
