using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Camunda.ExternalTask.Http.Authentication;

/// <summary>
/// Requests tokens from an authorization server by the client credentials grant. Each failure is a <see cref="TokenException"/> whose
/// message contains no secret.
/// </summary>
internal sealed class TokenEndpoint(HttpClient http, TimeProvider time)
{
    private const int MaxAnswerBytes = 256 * 1024;
    private const int MaxDescriptionCharacters = 300;
    private const int MinSecretCharacters = 8;

    /// <exception cref="TokenException">The server did not issue a token.</exception>
    public async Task<(string Token, TimeSpan? Lifetime)> RequestAsync(OAuth2ClientCredentialsOptions options)
    {
        using var deadline = new Deadline(options.RequestTimeout, time);
        try
        {
            using var request = Request(options);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, deadline.Token).ConfigureAwait(false);
            using var body = await ResponseBody.ReadAsync(response.Content, MaxAnswerBytes, deadline.Token).ConfigureAwait(false);
            try
            {
                body.ThrowIfIncomplete();
                return Read(response, TokenAnswer.Parse(body.Bytes), options);
            }
            finally
            {
                body.Clear();
            }
        }
        catch (OperationCanceledException)
        {
            throw new TokenException($"the server did not answer within {options.RequestTimeout.TotalSeconds:0.#} s");
        }
        catch (Exception exception) when (exception is not TokenException)
        {
            throw new TokenException(Redact(PipelineException.Describe(exception), options));
        }
    }

    private static HttpRequestMessage Request(OAuth2ClientCredentialsOptions options)
    {
        List<KeyValuePair<string, string>> form = [new("grant_type", "client_credentials")];
        if (options.Scopes.Count > 0)
        {
            form.Add(new("scope", string.Join(' ', options.Scopes)));
        }

        if (options.Audience is { } audience)
        {
            form.Add(new("audience", audience));
        }

        var request = new HttpRequestMessage(HttpMethod.Post, options.TokenEndpoint);
        if (options.CredentialsIn == OAuth2CredentialsLocation.Header)
        {
            request.Headers.Authorization = new("Basic", BasicCredentials(options));
        }
        else
        {
            form.Add(new("client_id", options.ClientId!));
            if (options.ClientSecret is { } secret)
            {
                form.Add(new("client_secret", secret));
            }
        }

        form.AddRange(options.AdditionalParameters);
        request.Content = new FormUrlEncodedContent(form);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        return request;
    }

    /// <summary>
    /// Builds the credentials. Unlike in other HTTP Basic credentials, id and secret are form-encoded before they are joined.
    /// </summary>
    private static string BasicCredentials(OAuth2ClientCredentialsOptions options) => Convert.ToBase64String(
        Encoding.ASCII.GetBytes($"{WebUtility.UrlEncode(options.ClientId)}:{WebUtility.UrlEncode(options.ClientSecret)}"));

    private (string Token, TimeSpan? Lifetime) Read(HttpResponseMessage response, TokenAnswer? answer, OAuth2ClientCredentialsOptions options)
    {
        var status = (int)response.StatusCode;
        if (!response.IsSuccessStatusCode)
        {
            var words = answer is { Error: { } error } ? $": {error} {answer.Value.ErrorDescription}".TrimEnd() : "";
            throw new TokenException($"the server answered {status}{Redact(words, options)}") { RetryAfter = ResponseText.RetryAfterOf(response, time) };
        }

        if (answer is not { AccessToken: { Length: > 0 } token })
        {
            // The message does not repeat the response, which may contain a token.
            throw new TokenException($"the server answered {status} without an access_token; check that TokenEndpoint is the token endpoint");
        }

        if (answer.Value.TokenType is { } type && !type.Equals("Bearer", StringComparison.OrdinalIgnoreCase))
        {
            throw new TokenException("the token type is not Bearer, which is the only supported type");
        }

        return token.AsSpan().ContainsAnyExceptInRange('!', '~')
            ? throw new TokenException("the token contains invalid characters (blanks, line breaks or non-ASCII)")
            : (token, answer.Value.Lifetime);
    }

    /// <summary>Removes secrets from a text. Responses and exceptions of other code may repeat what was sent.</summary>
    private static string Redact(string text, OAuth2ClientCredentialsOptions options)
    {
        var safe = ResponseText.Sanitize(text);
        foreach (var secret in SecretsOf(options))
        {
            safe = safe.Replace(secret, "***", StringComparison.OrdinalIgnoreCase);
        }

        return ErrorText.Cut(safe, MaxDescriptionCharacters);
    }

    private static IEnumerable<string> SecretsOf(OAuth2ClientCredentialsOptions options)
    {
        if (options.ClientSecret is { Length: > 0 })
        {
            yield return BasicCredentials(options);
        }

        // Additional parameters may be secrets too (an assertion). Shorter values are not secrets, and replacing them would garble the
        // text.
        foreach (var secret in options.AdditionalParameters.Values.Where(static value => value.Length >= MinSecretCharacters).Prepend(options.ClientSecret))
        {
            if (secret is { Length: > 0 })
            {
                yield return secret;
                yield return WebUtility.UrlEncode(secret);
                yield return Uri.EscapeDataString(secret);
            }
        }
    }
}
