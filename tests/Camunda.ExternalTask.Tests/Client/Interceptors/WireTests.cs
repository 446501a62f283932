using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;

namespace Camunda.ExternalTask.Tests.Client.Interceptors;

/// <summary>Headers as they go over the wire, byte for byte.</summary>
public sealed class WireTests : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private ServiceProvider? _provider;

    public WireTests() => _listener.Start();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Case115_A_header_that_two_interceptors_set_is_sent_once_with_the_last_value()
    {
        var order = new List<string>();
        var lines = await SentAsync(http => http
            .AddInterceptor(request => Set(request, "first"))
            .AddInterceptor(request => Set(request, "last")));

        Assert.Equal(["first", "last"], order);
        Assert.Equal("X-Order: last", Assert.Single(lines, line => line.StartsWith("X-Order:", StringComparison.OrdinalIgnoreCase)));

        void Set(HttpRequestMessage request, string value)
        {
            order.Add(value);
            request.Headers.Remove("X-Order");
            request.Headers.Add("X-Order", value);
        }
    }

    [Theory]
    [InlineData("ü", "pä:ss", "ü:pä:ss")]
    [InlineData("demo", "", "demo:")]
    public async Task Case117_Basic_credentials_are_sent_in_UTF8_even_with_an_empty_password(string user, string password, string credentials)
    {
        var lines = await SentAsync(http => http.UseBasicAuthentication(user, password));

        Assert.Equal(
            $"Authorization: Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials))}",
            Assert.Single(lines, line => line.StartsWith("Authorization:", StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public void Case117_Null_credentials_are_rejected()
    {
        var services = new ServiceCollection();
        var client = services.AddExternalTaskClient(options => options.BaseAddress = new("https://engine.example/engine-rest"));
        var worker = services.AddCamundaExternalTasks(options => options.BaseAddress = new("https://engine.example/engine-rest"));

        Assert.Equal("password", Assert.Throws<ArgumentNullException>(() => client.UseBasicAuthentication("demo", null!)).ParamName);
        Assert.Equal("user", Assert.Throws<ArgumentNullException>(() => client.UseBasicAuthentication(null!, "demo")).ParamName);
        Assert.Equal("password", Assert.Throws<ArgumentNullException>(() => worker.UseBasicAuthentication("demo", null!)).ParamName);
        Assert.Equal("user", Assert.Throws<ArgumentNullException>(() => worker.UseBasicAuthentication(null!, "demo")).ParamName);
        Assert.Equal("user", Assert.Throws<ArgumentException>(() => client.UseBasicAuthentication(" ", "demo")).ParamName);
        Assert.Equal("user", Assert.Throws<ArgumentException>(() => client.UseBasicAuthentication("a:b", "demo")).ParamName);
    }

    public void Dispose()
    {
        _provider?.Dispose();
        _listener.Dispose();
    }

    /// <summary>The head of the request that a client sends.</summary>
    private async Task<string[]> SentAsync(Action<IHttpClientBuilder> add)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        add(services.AddExternalTaskClient(options => options.BaseAddress = new($"http://{_listener.LocalEndpoint}/engine-rest")));
        _provider = services.BuildServiceProvider();
        var call = _provider.GetRequiredService<ExternalTaskClient>().GetTopicNamesAsync(cancellationToken: Token);
        using var connection = await _listener.AcceptTcpClientAsync(Token);
        var stream = connection.GetStream();
        using var reader = new StreamReader(stream, Encoding.Latin1);
        List<string> lines = [];
        while (await reader.ReadLineAsync(Token) is { Length: > 0 } line)
        {
            lines.Add(line);
        }

        await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n[]"u8.ToArray(), Token);
        Assert.Empty(await call);
        return [.. lines];
    }
}
