namespace Camunda.ExternalTask;

/// <summary>Where a token request carries the client's id and secret (RFC 6749, 2.3.1).</summary>
public enum OAuth2CredentialsLocation
{
    /// <summary>In the <c>Authorization</c> header, as HTTP Basic. Every authorization server supports this.</summary>
    Header,

    /// <summary>
    /// In the form, as <c>client_id</c> and <c>client_secret</c>: for servers that require it, and for clients that authenticate with a
    /// certificate instead of a secret.
    /// </summary>
    Body,
}
