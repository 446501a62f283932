namespace Camunda.ExternalTask.Http.Authentication;

/// <summary>
/// The token endpoint did not issue a token. The message is a clause that begins in lowercase and contains no secret. There is no inner
/// exception, because it could contain one.
/// </summary>
internal sealed class TokenException(string message) : Exception(message)
{
    /// <summary>The wait that the server requests, or null.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
