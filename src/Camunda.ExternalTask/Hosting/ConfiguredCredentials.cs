using Camunda.ExternalTask.Http.Authentication;
using Microsoft.Extensions.Configuration;

namespace Camunda.ExternalTask.Hosting;

/// <summary>Credentials in the section <c>Authentication</c> of a worker. They never become options, so no message and no log can contain them.</summary>
internal static class ConfiguredCredentials
{
    public const string Section = "Authentication";

    private const string User = "User";
    private const string Password = "Password";
    private const string TokenEndpoint = "TokenEndpoint";
    private const string ClientId = "ClientId";
    private const string ClientSecret = "ClientSecret";
    private const string Scopes = "Scopes";
    private const string Audience = "Audience";

    public static IReadOnlyList<string> Keys { get; } = [User, Password, TokenEndpoint, ClientId, ClientSecret, Scopes, Audience];

    /// <summary>Adds the kind of credentials that the section has when the worker is added.</summary>
    public static void AddTo(ExternalTaskWorkerBuilder worker, IConfiguration section)
    {
        var credentials = section.GetSection(Section);
        if (IsOAuth(credentials))
        {
            worker.UseOAuth2ClientCredentials(options => Configure(options, credentials));
        }
        else if (credentials.Exists())
        {
            worker.UseBasicAuthentication(_ => BasicAuthenticationHandler.Credentials(credentials[User] ?? "", credentials[Password] ?? ""));
        }
    }

    /// <summary>Finds what is missing or contradictory. No message contains a value.</summary>
    public static IEnumerable<string> Problems(IConfiguration section)
    {
        var credentials = section.GetSection(Section);
        if (!credentials.Exists())
        {
            yield break;
        }

        if (IsOAuth(credentials))
        {
            if (credentials[User] is not null || credentials[Password] is not null)
            {
                yield return $"{credentials.Path} has keys of two kinds of credentials. Keep {User} and {Password}, or {TokenEndpoint}, {ClientId} and {ClientSecret}.";
            }

            if (!Uri.TryCreate(credentials[TokenEndpoint], UriKind.Absolute, out _))
            {
                yield return $"{credentials.Path}:{TokenEndpoint} is missing or no absolute address. Set it to the token endpoint of the authorization server.";
            }

            foreach (var key in (string[])[ClientId, ClientSecret])
            {
                if (string.IsNullOrWhiteSpace(credentials[key]))
                {
                    yield return $"{credentials.Path}:{key} is missing. Set it, or remove the section {credentials.Path}.";
                }
            }
        }
        else if (string.IsNullOrWhiteSpace(credentials[User]) || credentials[User]!.Contains(':', StringComparison.Ordinal))
        {
            yield return $"{credentials.Path}:{User} is missing or contains a colon, which Basic authentication does not allow. Set it, or remove the section {credentials.Path}.";
        }
        else if (credentials[Password] is null)
        {
            yield return $"{credentials.Path}:{Password} is missing. Set it, or remove the section {credentials.Path}.";
        }
    }

    private static bool IsOAuth(IConfigurationSection credentials) =>
        credentials[TokenEndpoint] is not null || credentials[ClientId] is not null || credentials[ClientSecret] is not null;

    private static void Configure(OAuth2ClientCredentialsOptions options, IConfigurationSection credentials)
    {
        options.TokenEndpoint = Uri.TryCreate(credentials[TokenEndpoint], UriKind.Absolute, out var endpoint) ? endpoint : null;
        options.ClientId = credentials[ClientId];
        options.ClientSecret = credentials[ClientSecret];
        options.Audience = credentials[Audience];
        foreach (var scope in credentials.GetSection(Scopes).GetChildren())
        {
            options.Scopes.Add(scope.Value ?? "");
        }
    }
}
