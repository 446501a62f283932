using Microsoft.Extensions.Options;

namespace Camunda.ExternalTask.Http.Authentication;

/// <summary>Checks the options of the client credentials grant. Its messages never contain the secret.</summary>
internal sealed class OAuth2OptionsCheck(string name) : IValidateOptions<OAuth2ClientCredentialsOptions>
{
    private static readonly HashSet<string> OwnParameters = new(["grant_type", "scope", "audience", "client_id", "client_secret"], StringComparer.Ordinal);

    public ValidateOptionsResult Validate(string? optionsName, OAuth2ClientCredentialsOptions options)
    {
        if (optionsName != name)
        {
            return ValidateOptionsResult.Skip;
        }

        List<string> problems = [.. EndpointProblems(options), .. ClientProblems(options), .. RequestProblems(options)];
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> EndpointProblems(OAuth2ClientCredentialsOptions options)
    {
        switch (options.TokenEndpoint)
        {
            case null:
                yield return "OAuth 2: TokenEndpoint is missing. Set it to the token endpoint of the authorization server.";
                break;
            case { IsAbsoluteUri: false } or { Scheme: not ("http" or "https") }:
                yield return "OAuth 2: TokenEndpoint is not an absolute http or https address.";
                break;
            case { UserInfo.Length: > 0 }:
                yield return "OAuth 2: TokenEndpoint contains credentials, which would appear in logs. Set ClientId and ClientSecret instead.";
                break;
            case { Scheme: "http", IsLoopback: false } when !options.AllowInsecureCredentials:
                yield return $"OAuth 2: the client's secret would be sent over plain HTTP to '{options.TokenEndpoint.Host}'. Use https, or set AllowInsecureCredentials.";
                break;
        }
    }

    private static IEnumerable<string> ClientProblems(OAuth2ClientCredentialsOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.ClientId))
        {
            yield return "OAuth 2: ClientId is missing. Set it to the id that the authorization server knows.";
        }

        if (!Enum.IsDefined(options.CredentialsIn))
        {
            yield return $"OAuth 2: CredentialsIn is {options.CredentialsIn}; it must be Header or Body.";
        }

        if (options.ClientSecret is null ? options.CredentialsIn == OAuth2CredentialsLocation.Header : string.IsNullOrWhiteSpace(options.ClientSecret))
        {
            yield return "OAuth 2: ClientSecret is missing. Set it, or set CredentialsIn to Body if a certificate identifies the client.";
        }
    }

    private static IEnumerable<string> RequestProblems(OAuth2ClientCredentialsOptions options)
    {
        if (options.Scopes.Any(scope => string.IsNullOrWhiteSpace(scope)))
        {
            yield return "OAuth 2: Scopes contains a blank entry. Remove the entry.";
        }

        if (options.Audience is { } audience && string.IsNullOrWhiteSpace(audience))
        {
            yield return "OAuth 2: Audience is blank. Set it to null if the server requires none.";
        }

        if (options.RequestTimeout <= TimeSpan.Zero)
        {
            yield return $"OAuth 2: RequestTimeout is {options.RequestTimeout}; it must be positive.";
        }

        foreach (var parameter in options.AdditionalParameters.Keys.Where(OwnParameters.Contains))
        {
            yield return $"OAuth 2: AdditionalParameters contains '{parameter}', which the other options define. Use those instead.";
        }
    }
}
