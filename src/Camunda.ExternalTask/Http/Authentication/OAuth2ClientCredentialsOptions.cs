namespace Camunda.ExternalTask;

/// <summary>How tokens are obtained by the OAuth 2 client credentials grant (RFC 6749, 4.4). Checked when the host starts; read again for each token, so that a secret may be rotated.</summary>
public sealed class OAuth2ClientCredentialsOptions
{
    /// <summary>The authorization server's token endpoint; https, or http on this machine. Required.</summary>
    public Uri? TokenEndpoint { get; set; }

    /// <summary>The client's id. Required.</summary>
    public string? ClientId { get; set; }

    /// <summary>The client's secret. Required, unless a certificate identifies the client and <see cref="CredentialsIn"/> is <see cref="OAuth2CredentialsLocation.Body"/>.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>The scopes to ask for; none: what the server gives by default.</summary>
    public IList<string> Scopes { get; } = [];

    /// <summary>The audience to ask for, as some servers want it; null: none.</summary>
    public string? Audience { get; set; }

    /// <summary>Further form fields, for example <c>resource</c>. They do not replace the ones above.</summary>
    public IDictionary<string, string> AdditionalParameters { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Where id and secret go. Default: the header.</summary>
    public OAuth2CredentialsLocation CredentialsIn { get; set; }

    /// <summary>How long a request for a token may take. Default 10 s.</summary>
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Whether id and secret may go over plain HTTP to another machine. Default false: that is refused at start.</summary>
    public bool AllowInsecureCredentials { get; set; }
}
