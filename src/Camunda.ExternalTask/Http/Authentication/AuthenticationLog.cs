using Microsoft.Extensions.Logging;

namespace Camunda.ExternalTask.Http.Authentication;

/// <summary>The log events of authentication. None of them contains a secret.</summary>
internal static partial class AuthenticationLog
{
    [LoggerMessage(1500, LogLevel.Debug, "Obtained a token with the lifetime {Lifetime}", EventName = "TokenObtained")]
    public static partial void TokenObtained(ILogger logger, string lifetime);

    [LoggerMessage(1501, LogLevel.Warning, "Could not get a token from {TokenEndpoint}; retrying in {Wait}: {Error}", EventName = "TokenFailed")]
    public static partial void TokenFailed(ILogger logger, string tokenEndpoint, TimeSpan wait, string error);

    [LoggerMessage(1502, LogLevel.Information, "The engine refused a token before it expired; requesting a new one", EventName = "TokenRefused")]
    public static partial void TokenRefused(ILogger logger);
}
