namespace Camunda.ExternalTask.Http.Authentication;

/// <summary>Sends credentials with each request. A client can have only one such handler.</summary>
internal abstract class CredentialsHandler : DelegatingHandler
{
    /// <summary>
    /// Checks that a header value consists of visible ASCII characters. The exception that .NET throws for other characters repeats the
    /// value.
    /// </summary>
    protected static string Checked(string? token, string source) => token switch
    {
        null or "" => throw new PipelineException($"The request was not sent: {source} returned null or an empty token."),
        _ when token.AsSpan().ContainsAnyExceptInRange('!', '~') => throw new PipelineException(
            $"The request was not sent: {source} returned a token with invalid characters (blanks, line breaks or non-ASCII)."),
        _ => token,
    };
}
