using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Camunda.ExternalTask.Http.Authentication;

/// <summary>Asks an authorization server for a token by the client credentials grant. Each failure is a <see cref="TokenException"/> whose message holds no secret.</summary>
internal sealed class TokenEndpoint(HttpClient http, TimeProvider time)
{
    private const int MaxAnswerBytes = 256 * 1024;
    private const int MaxDescriptionCharacters = 300;
    private const int MinSecretCharacters = 8;

    /// <exception cref="TokenException">There is no token to be had.</exception>
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
            throw new TokenException($"no answer within {options.RequestTimeout.TotalSeconds:0.#} s");
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

    /// <summary>Id and secret are form-encoded before they are joined, unlike in HTTP Basic elsewhere.</summary>
    private static string BasicCredentials(OAuth2ClientCredentialsOptions options) => Convert.ToBase64String(
        Encoding.ASCII.GetBytes($"{WebUtility.UrlEncode(options.ClientId)}:{WebUtility.UrlEncode(options.ClientSecret)}"));

    private (string Token, TimeSpan? Lifetime) Read(HttpResponseMessage response, TokenAnswer? answer, OAuth2ClientCredentialsOptions options)
    {
        var status = (int)response.StatusCode;
        if (!response.IsSuccessStatusCode)
        {
            var words = answer is { Error: { } error } ? $": {error} {answer.Value.ErrorDescription}".TrimEnd() : "";
            throw new TokenException($"it answered {status}{Redact(words, options)}") { RetryAfter = ResponseText.RetryAfterOf(response, time) };
        }

        if (answer is not { AccessToken: { Length: > 0 } token })
        {
            // The answer is not repeated: whatever it is, it may hold a token.
            throw new TokenException($"it answered {status} without an access_token; is it the token endpoint?");
        }

        if (answer.Value.TokenType is { } type && !type.Equals("Bearer", StringComparison.OrdinalIgnoreCase))
        {
            throw new TokenException("its token is not a bearer token");
        }

        return token.AsSpan().ContainsAnyExceptInRange('!', '~')
            ? throw new TokenException("its token has characters that no token has (blanks, line breaks, non-ASCII)")
            : (token, answer.Value.Lifetime);
    }

    /// <summary>Answers and exceptions are not ours and may repeat what was sent.</summary>
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

        // Further parameters may be secrets too (an assertion); what is shorter is none, and would garble the text.
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
