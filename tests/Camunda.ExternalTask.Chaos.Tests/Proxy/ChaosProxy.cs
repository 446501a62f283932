using System.Net;
using System.Net.Sockets;

namespace Camunda.ExternalTask.Chaos.Proxy;

/// <summary>A TCP proxy in front of an engine that breaks some of the requests.</summary>
internal sealed class ChaosProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Uri _engine;
    private readonly FaultPlan _plan;
    private readonly Task _accepting;

    public ChaosProxy(Uri engine, FaultPlan plan)
    {
        _engine = engine;
        _plan = plan;
        _listener.Start();
        Address = new UriBuilder(engine) { Host = "127.0.0.1", Port = ((IPEndPoint)_listener.LocalEndpoint).Port }.Uri;
        _accepting = AcceptAsync();
    }

    /// <summary>The base address for workers.</summary>
    public Uri Address { get; }

    /// <summary>Whether the proxy resets every connection, as if the engine were down.</summary>
    public bool IsDown { get; set; }

    public LostFetches LostFetches { get; } = new();

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                _ = ServeAsync(await _listener.AcceptSocketAsync(_stop.Token));
            }
            catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task ServeAsync(Socket client)
    {
        using (client)
        {
            try
            {
                client.NoDelay = true;
                if (IsDown)
                {
                    client.LingerState = new(enable: true, seconds: 0);
                    return;
                }

                using var engine = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                await engine.ConnectAsync(_engine.Host, _engine.Port, _stop.Token);
                await using var connection = new ProxiedConnection(client, engine, LostFetches);
                while (await connection.ServeAsync(_plan, _stop.Token))
                {
                }
            }
            catch (Exception exception) when (exception is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
            {
                // Either side has closed the connection, or the proxy stops.
            }
        }
    }
}
