using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Camunda.ExternalTask.Tests.Hosting.Proxies;

/// <summary>A port that answers as an engine with one task would, and keeps the request lines: a proxy is sent whole addresses, an engine paths.</summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Task _accepting;
    private readonly Func<string, string?>? _script;
    private int _fetches;

    /// <param name="script">The whole response to a request line, or null for the engine's; null: always the engine's.</param>
    public ScriptedServer(Func<string, string?>? script = null)
    {
        _script = script;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public string Address => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    public ConcurrentQueue<string> Requests { get; } = new();

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _accepting;
    }

    private async Task AcceptAsync()
    {
        List<Task> connections = [];
        try
        {
            while (true)
            {
                connections.Add(ServeAsync(await _listener.AcceptTcpClientAsync()));
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
                while (await reader.ReadLineAsync() is { Length: > 0 } line)
                {
                    var length = 0;
                    while (await reader.ReadLineAsync() is { Length: > 0 } header)
                    {
                        length = header.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase) ? int.Parse(header[15..]) : length;
                    }

                    if (length > 0)
                    {
                        await reader.ReadBlockAsync(new char[length]);
                    }

                    Requests.Enqueue(line[..line.LastIndexOf(' ')]);
                    await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(AnswerTo(line)));
                }
            }
            catch (IOException)
            {
                // The child has ended.
            }
        }
    }

    private string AnswerTo(string line)
    {
        if (_script?.Invoke(line) is { } scripted)
        {
            return scripted;
        }

        var body = line switch
        {
            _ when line.Contains("/version ") => """{"version":"7.24.0"}""",
            _ when line.Contains("/fetchAndLock ") && Interlocked.Increment(ref _fetches) == 1 =>
                """[{"id":"T1","topicName":"t","workerId":"w","executionId":"E","processInstanceId":"P","retries":null,"variables":{}}]""",
            _ when line.Contains("/complete ") => null,
            _ => "[]",
        };
        return body is null
            ? "HTTP/1.1 204 No Content\r\n\r\n"
            : $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}";
    }
}
