using System.Net;

namespace Camunda.ExternalTask.Package.Tests.Newcomer;

/// <summary>An authorization server that gives a token to every client with the secret <c>secret</c>.</summary>
internal sealed class TokenEndpoint : IDisposable
{
    private readonly HttpListener _listener = new();

    public TokenEndpoint(int port)
    {
        Address = new Uri($"http://127.0.0.1:{port}/token/");
        _listener.Prefixes.Add(Address.AbsoluteUri);
        _listener.Start();
        Answering = AnswerAsync();
    }

    public Uri Address { get; }

    /// <summary>The number of tokens that clients received.</summary>
    public int Issued { get; private set; }

    private Task Answering { get; }

    public void Dispose() => _listener.Close();

    private async Task AnswerAsync()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext call;
            try
            {
                call = await _listener.GetContextAsync();
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            var isClient = call.Request.Headers["Authorization"] == "Basic " + Convert.ToBase64String("loan-worker:secret"u8);
            Issued += isClient ? 1 : 0;
            call.Response.StatusCode = isClient ? 200 : 401;
            call.Response.ContentType = "application/json";
            call.Response.Close("""{"access_token":"t","token_type":"Bearer","expires_in":600}"""u8.ToArray(), willBlock: false);
        }
    }
}
