using Microsoft.Extensions.Logging;

namespace Camunda.ExternalTask.Http.Authentication;

/// <summary>The log events of authentication. None of them holds a secret.</summary>
internal static partial class AuthenticationLog
{
    [LoggerMessage(1500, LogLevel.Debug, "A token was obtained; it is good for {Lifetime} (nothing: until it is refused)", EventName = "TokenObtained")]
    public static partial void TokenObtained(ILogger logger, TimeSpan? lifetime);

    [LoggerMessage(1501, LogLevel.Warning, "No token of {TokenEndpoint}: {Error}; it is asked again after {Wait}", EventName = "TokenFailed")]
    public static partial void TokenFailed(ILogger logger, string tokenEndpoint, string error, TimeSpan wait);

    [LoggerMessage(1502, LogLevel.Information, "The engine refused a token before its time; another one is asked for", EventName = "TokenRefused")]
    public static partial void TokenRefused(ILogger logger);
}
