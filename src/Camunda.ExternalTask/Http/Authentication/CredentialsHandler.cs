namespace Camunda.ExternalTask.Http.Authentication;

/// <summary>Sends credentials with each request. A client has one kind of them.</summary>
internal abstract class CredentialsHandler : DelegatingHandler
{
    /// <summary>A header's value must be visible ASCII: anything else is a mistake, and .NET's own complaint would repeat it.</summary>
    protected static string Checked(string? token, string source) => token switch
    {
        null or "" => throw new PipelineException($"The request was not sent: {source} returned no token."),
        _ when token.AsSpan().ContainsAnyExceptInRange('!', '~') => throw new PipelineException(
            $"The request was not sent: {source} returned a token with characters that no token has (blanks, line breaks, non-ASCII)."),
        _ => token,
    };
}
