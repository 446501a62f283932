namespace Camunda.ExternalTask.Http.Authentication;

/// <summary>A token and how long it is good, on the monotonic clock of its source.</summary>
/// <param name="value">The token itself; a secret.</param>
/// <param name="refreshAt">When a new one is asked for while this one still serves.</param>
/// <param name="expiresAt">When it is good no longer.</param>
internal sealed class AccessToken(string value, TimeSpan refreshAt, TimeSpan expiresAt)
{
    public string Value { get; } = value;

    public TimeSpan RefreshAt { get; } = refreshAt;

    public TimeSpan ExpiresAt { get; } = expiresAt;

    /// <summary>Whether the engine has refused it.</summary>
    public bool IsRefused { get; set; }

    public bool IsGoodAt(TimeSpan now) => !IsRefused && now < ExpiresAt;
}
