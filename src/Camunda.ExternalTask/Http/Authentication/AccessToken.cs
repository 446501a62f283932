namespace Camunda.ExternalTask.Http.Authentication;

/// <summary>A token and its lifetime. Times are on the monotonic clock of the token's source.</summary>
/// <param name="value">The token; a secret.</param>
/// <param name="refreshAt">The time at which a new token is requested, while this one is still valid.</param>
/// <param name="expiresAt">The time at which the token expires.</param>
internal sealed class AccessToken(string value, TimeSpan refreshAt, TimeSpan expiresAt)
{
    public string Value { get; } = value;

    public TimeSpan RefreshAt { get; } = refreshAt;

    public TimeSpan ExpiresAt { get; } = expiresAt;

    /// <summary>Whether the engine has refused the token.</summary>
    public bool IsRefused { get; set; }

    public bool IsGoodAt(TimeSpan now) => !IsRefused && now < ExpiresAt;
}
