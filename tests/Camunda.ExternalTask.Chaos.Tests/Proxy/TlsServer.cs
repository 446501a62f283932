using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Camunda.ExternalTask.Chaos.Proxy;

/// <summary>An engine without tasks behind TLS, with a certificate that the test chooses.</summary>
internal sealed class TlsServer : IAsyncDisposable
{
    private static readonly byte[] NoTasks = Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n[]");

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _serving;
    private int _requests;

    public TlsServer(X509Certificate2 certificate)
    {
        Certificate = certificate;
        _listener.Start();
        _serving = ServeAsync();
    }

    public X509Certificate2 Certificate { get; set; }

    public Uri Address => new UriBuilder("https", "localhost", ((IPEndPoint)_listener.LocalEndpoint).Port, "engine-rest").Uri;

    /// <summary>The requests that clients have sent over a connection whose certificate they accepted.</summary>
    public int Requests => _requests;

    /// <summary>Creates a certificate that is its own root.</summary>
    public static X509Certificate2 CreateCertificate(string host, DateTimeOffset from, DateTimeOffset to)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(from, to);
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), password: null);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _serving;
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                _ = AnswerAsync(await _listener.AcceptTcpClientAsync(_stop.Token));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException)
        {
            // The server stops.
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                await using var stream = new SslStream(client.GetStream());
                await stream.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = Certificate }, _stop.Token);
                if (await new HttpMessageReader(stream).ReadAsync(isResponse: false, _stop.Token) is not null)
                {
                    Interlocked.Increment(ref _requests);
                    await stream.WriteAsync(NoTasks, _stop.Token);
                }
            }
            catch (Exception exception) when (exception is AuthenticationException or IOException or OperationCanceledException)
            {
                // The client refuses the certificate, or the server stops.
            }
        }
    }
}
