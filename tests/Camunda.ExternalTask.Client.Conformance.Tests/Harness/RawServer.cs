using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Camunda.ExternalTask.Client.Conformance.Tests;

/// <summary>A port that answers one connection byte by byte, and allocates next to nothing: what is allocated meanwhile is the client's.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    private RawServer(Func<NetworkStream, Task> answer)
    {
        _listener.Start();
        Done = AnswerAsync(answer);
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/engine-rest");

    /// <summary>Ends when the answer has, or the client has closed the connection.</summary>
    public Task Done { get; }

    public static RawServer Answering(Func<NetworkStream, Task> answer) => new(answer);

    /// <summary>Reads up to the empty line behind the headers.</summary>
    public static async Task<string> ReadHeadAsync(NetworkStream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(one) > 0)
        {
            head.Append((char)one[0]);
        }

        return head.ToString();
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await Done;
    }

    private async Task AnswerAsync(Func<NetworkStream, Task> answer)
    {
        try
        {
            using var client = await _listener.AcceptTcpClientAsync();
            await answer(client.GetStream());
        }
        catch (Exception exception) when (exception is IOException or SocketException)
        {
            // The client has left.
        }
    }
}
