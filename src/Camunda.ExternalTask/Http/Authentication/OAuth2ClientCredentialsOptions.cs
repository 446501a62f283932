namespace Camunda.ExternalTask;

/// <summary>
/// Options of the OAuth 2 client credentials grant (RFC 6749, 4.4). They are checked when the host starts and read again for each token, so
/// that a secret can be rotated.
/// </summary>
public sealed class OAuth2ClientCredentialsOptions
{
    /// <summary>The token endpoint of the authorization server: https, or http on this machine. Required.</summary>
    public Uri? TokenEndpoint { get; set; }

    /// <summary>The client's id. Required.</summary>
    public string? ClientId { get; set; }

    /// <summary>
    /// The client's secret. Required, unless a certificate identifies the client and <see cref="CredentialsIn"/> is
    /// <see cref="OAuth2CredentialsLocation.Body"/>.
    /// </summary>
    public string? ClientSecret { get; set; }

    /// <summary>The scopes to request. If empty, the server assigns its default.</summary>
    public IList<string> Scopes { get; } = [];

    /// <summary>The audience to request, which some servers require. If null, none is sent.</summary>
    public string? Audience { get; set; }

    /// <summary>Additional form fields, for example <c>resource</c>. They cannot replace the fields of the other options.</summary>
    public IDictionary<string, string> AdditionalParameters { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Where the request carries the id and the secret. Default: in the header.</summary>
    public OAuth2CredentialsLocation CredentialsIn { get; set; }

    /// <summary>The timeout of a token request. Default 10 s.</summary>
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Whether the id and the secret may be sent over plain HTTP to another machine. If false (default), the host does not start with such
    /// an endpoint.
    /// </summary>
    public bool AllowInsecureCredentials { get; set; }
}
