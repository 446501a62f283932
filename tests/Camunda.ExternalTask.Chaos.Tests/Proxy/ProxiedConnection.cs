using System.Net.Sockets;
using System.Text;

namespace Camunda.ExternalTask.Chaos.Proxy;

/// <summary>A client's connection with its own connection to the engine.</summary>
internal sealed class ProxiedConnection : IAsyncDisposable
{
    private const string Html = "<html><body><h1>The server is not available</h1></body></html>";

    /// <summary>The bytes of a response that arrive one per second.</summary>
    private const int DrippedBytes = 3;

    /// <summary>Longer than the time limit of a call.</summary>
    private static readonly TimeSpan BlackHoleTime = TimeSpan.FromSeconds(15);

    private readonly Socket _client;
    private readonly NetworkStream _toClient;
    private readonly NetworkStream _toEngine;
    private readonly HttpMessageReader _requests;
    private readonly HttpMessageReader _responses;
    private readonly LostFetches _lost;

    public ProxiedConnection(Socket client, Socket engine, LostFetches lost)
    {
        _client = client;
        _toClient = new(client);
        _toEngine = new(engine);
        _requests = new(_toClient);
        _responses = new(_toEngine);
        _lost = lost;
    }

    private bool HasClientGone => _client.Poll(0, SelectMode.SelectRead) && _client.Available == 0;

    /// <summary>Serves one request; false if the connection ends.</summary>
    public async Task<bool> ServeAsync(FaultPlan plan, CancellationToken cancellationToken)
    {
        if (await _requests.ReadAsync(isResponse: false, cancellationToken) is not { } request)
        {
            return false;
        }

        var fault = plan.Next();
        switch (fault)
        {
            case Fault.ResetBefore:
                return Reset();
            case Fault.BlackHole:
                await Task.Delay(BlackHoleTime, cancellationToken);
                return false;
            case Fault.HalfOpen:
                _client.Shutdown(SocketShutdown.Send);
                await _requests.ReadAsync(isResponse: false, cancellationToken);
                return false;
            case Fault.Unavailable:
                await _toClient.WriteAsync(Page("503 Service Unavailable"), cancellationToken);
                return true;
        }

        await _toEngine.WriteAsync(request.Bytes, cancellationToken);
        if (await _responses.ReadAsync(isResponse: true, cancellationToken) is not { } response)
        {
            return false;
        }

        if (HasClientGone || fault is Fault.ResetAfter or Fault.Truncated or Fault.BadGateway)
        {
            _lost.Add(request, response);
        }

        return await AnswerAsync(fault, response, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _toClient.DisposeAsync();
        await _toEngine.DisposeAsync();
    }

    private static byte[] Page(string status) => Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nContent-Type: text/html\r\nContent-Length: {Html.Length}\r\n\r\n{Html}");

    private async Task<bool> AnswerAsync(Fault? fault, HttpMessage response, CancellationToken cancellationToken)
    {
        switch (fault)
        {
            case Fault.ResetAfter:
                return Reset();
            case Fault.Truncated:
                await _toClient.WriteAsync(response.FirstHalf, cancellationToken);
                return false;
            case Fault.BadGateway:
                await _toClient.WriteAsync(Page("502 Bad Gateway"), cancellationToken);
                return true;
            case Fault.Drip:
                for (var i = 0; i < DrippedBytes; i++)
                {
                    await _toClient.WriteAsync(response.Bytes.AsMemory(i, 1), cancellationToken);
                    await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);
                }

                await _toClient.WriteAsync(response.Bytes.AsMemory(DrippedBytes), cancellationToken);
                return true;
            case Fault.Duplicated:
                await _toClient.WriteAsync((byte[])[.. response.Bytes, .. response.Bytes], cancellationToken);
                return true;
            case Fault.Late:
                await Task.Delay(TimeSpan.FromSeconds(2), cancellationToken);
                break;
        }

        await _toClient.WriteAsync(response.Bytes, cancellationToken);
        return true;
    }

    // Closing with a linger time of zero sends a reset.
    private bool Reset()
    {
        _client.LingerState = new(enable: true, seconds: 0);
        _client.Close();
        return false;
    }
}
