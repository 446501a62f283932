using Microsoft.Extensions.Logging;

namespace Camunda.ExternalTask.Http.Authentication;

/// <summary>The log events of authentication. None of them contains a secret.</summary>
internal static partial class AuthenticationLog
{
    [LoggerMessage(1500, LogLevel.Debug, "Obtained a token. Lifetime: {Lifetime} (null: until the engine refuses it)", EventName = "TokenObtained")]
    public static partial void TokenObtained(ILogger logger, TimeSpan? lifetime);

    [LoggerMessage(1501, LogLevel.Warning, "Could not get a token from {TokenEndpoint}: {Error}. Retrying in {Wait}", EventName = "TokenFailed")]
    public static partial void TokenFailed(ILogger logger, string tokenEndpoint, string error, TimeSpan wait);

    [LoggerMessage(1502, LogLevel.Information, "The engine refused a token before it expired; requesting a new one", EventName = "TokenRefused")]
    public static partial void TokenRefused(ILogger logger);
}
