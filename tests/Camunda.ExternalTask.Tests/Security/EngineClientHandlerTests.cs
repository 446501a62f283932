using System.Net;
using Camunda.ExternalTask.Hosting;
using Camunda.ExternalTask.Tests.Hosting.Proxies;
using Microsoft.Extensions.DependencyInjection;

namespace Camunda.ExternalTask.Tests.Security;

/// <summary>What the HTTP clients that the library registers do with connections, certificates, redirects and cookies.</summary>
public class EngineClientHandlerTests
{
    private static readonly WorkerRegistration Names = new(Microsoft.Extensions.Options.Options.DefaultName);

    public static TheoryData<string> Clients => [Names.PollingClient, Names.SettlingClient, Names.TokenClient, nameof(ExternalTaskClient)];

    [Theory]
    [MemberData(nameof(Clients))]
    [Trait("Security", "S1")]
    [Trait("Security", "S4")]
    [Trait("Security", "S12")]
    [Trait("Situation", "17")]
    [Trait("Situation", "21")]
    public void Every_client_has_safe_defaults(string name)
    {
        using var provider = Provider("https://engine.example.com/engine-rest");
        var handler = provider.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler(name);
        while (handler is DelegatingHandler outer)
        {
            handler = outer.InnerHandler!;
        }

        var sockets = Assert.IsType<SocketsHttpHandler>(handler);
        Assert.Null(sockets.SslOptions.RemoteCertificateValidationCallback);
        Assert.Equal(
            (false, false, DecompressionMethods.None, false, TimeSpan.FromMinutes(2)),
            (sockets.AllowAutoRedirect, sockets.UseCookies, sockets.AutomaticDecompression, sockets.PreAuthenticate, sockets.PooledConnectionLifetime));
        Assert.Null(sockets.Credentials);
        Assert.Null(sockets.DefaultProxyCredentials);
    }

    [Fact]
    [Trait("Situation", "20")]
    public void Polls_and_results_have_separate_clients()
    {
        using var provider = Provider("https://engine.example.com/engine-rest");
        var factory = provider.GetRequiredService<IHttpMessageHandlerFactory>();

        Assert.NotSame(factory.CreateHandler(Names.PollingClient), factory.CreateHandler(Names.SettlingClient));
    }

    [Theory]
    [InlineData("301 Moved Permanently")]
    [InlineData("302 Found")]
    [InlineData("303 See Other")]
    [InlineData("307 Temporary Redirect")]
    [InlineData("308 Permanent Redirect")]
    [Trait("Security", "S4")]
    [Trait("Security", "S5")]
    [Trait("Situation", "12")]
    public async Task Redirects_are_not_followed(string status)
    {
        await using var other = new ScriptedServer();
        await using var engine = new ScriptedServer(_ => $"HTTP/1.1 {status}\r\nLocation: {other.Address}/engine-rest?key=secret\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
        await using var provider = Provider(engine.Address + "/engine-rest");

        var error = await Assert.ThrowsAsync<EngineException>(() => provider.GetRequiredService<ExternalTaskClient>().CompleteAsync(
            "t1", new Dictionary<string, TypedValue> { ["v"] = "value" }, cancellationToken: TestContext.Current.CancellationToken));

        Assert.Empty(other.Requests);
        Assert.Contains($"'{other.Address}/engine-rest'", error.Message);
    }

    private static ServiceProvider Provider(string address)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddCamundaExternalTasks(options => options.BaseAddress = new(address)).UseOAuth2ClientCredentials(static options =>
        {
            options.TokenEndpoint = new("https://login.example.com/token");
            options.ClientId = "id";
            options.ClientSecret = "secret";
        });
        services.AddExternalTaskClient(options => options.BaseAddress = new(address));
        return services.BuildServiceProvider();
    }
}
