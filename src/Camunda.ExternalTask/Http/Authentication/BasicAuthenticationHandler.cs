using System.Net.Http.Headers;
using System.Text;

namespace Camunda.ExternalTask.Http.Authentication;

/// <summary>Sends HTTP Basic credentials in UTF-8 (RFC 7617).</summary>
internal sealed class BasicAuthenticationHandler(AuthenticationHeaderValue credentials) : CredentialsHandler
{
    /// <exception cref="ArgumentException">The name is null, blank or contains a colon, or the password is null.</exception>
    public static AuthenticationHeaderValue Credentials(string user, string password)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(user);
        ArgumentNullException.ThrowIfNull(password);
        if (user.Contains(':'))
        {
            throw new ArgumentException("The user name contains a colon, which Basic authentication does not allow. Use a name without a colon.", nameof(user));
        }

        return new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}")));
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = credentials;
        return base.SendAsync(request, cancellationToken);
    }
}
