using System.Text;
using Camunda.ExternalTask.Testing;
using Camunda.ExternalTask.Tests.Worker.Shell;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Camunda.ExternalTask.Tests.Hosting;

/// <summary>Credentials in the section of a worker.</summary>
public class ConfiguredCredentialsTests
{
    private const string Secret = "s3cr3t-canary";

    [Fact]
    public async Task User_and_password_are_sent_and_never_logged()
    {
        var (log, headers) = await RunAsync(("User", "demo"), ("Password", Secret));

        Assert.All(headers, header => Assert.Equal($"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"demo:{Secret}"))}", header));
        Assert.NotEmpty(headers);
        Assert.DoesNotContain(log.Entries, static entry => entry.ToString().Contains(Secret, StringComparison.Ordinal));
    }

    [Fact]
    public void Client_id_secret_and_token_endpoint_configure_the_tokens()
    {
        var services = new ServiceCollection();
        services.AddCamundaExternalTasks(Section(("TokenEndpoint", "https://login.example/token"), ("ClientId", "worker"), ("ClientSecret", Secret), ("Scopes:0", "engine"), ("Audience", "a")));
        using var provider = services.BuildServiceProvider();

        var options = provider.GetRequiredService<Microsoft.Extensions.Options.IOptionsMonitor<OAuth2ClientCredentialsOptions>>().Get("Camunda.ExternalTask..Token");

        Assert.Equal(("https://login.example/token", "worker", Secret, "a"), (options.TokenEndpoint!.ToString(), options.ClientId, options.ClientSecret, options.Audience));
        Assert.Equal(["engine"], options.Scopes);
        Assert.DoesNotContain(Secret, options.ToString()!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Camunda:Authentication:Password is missing.", "User")]
    [InlineData("Camunda:Authentication:User is missing", "Password")]
    [InlineData("Camunda:Authentication:ClientSecret is missing.", "TokenEndpoint", "ClientId")]
    [InlineData("Camunda:Authentication:TokenEndpoint is missing", "ClientId", "ClientSecret")]
    [InlineData("Camunda:Authentication has keys of two kinds", "User", "Password", "TokenEndpoint", "ClientId", "ClientSecret")]
    [InlineData("The configuration key 'Camunda:Authentication:Pasword' is unknown. Did you mean 'Password'?", "User", "Pasword")]
    public async Task A_mistake_names_its_path_and_no_value(string message, params string[] keys)
    {
        var exception = await Assert.ThrowsAnyAsync<Exception>(
            () => RunAsync([.. keys.Select(static key => (key, key == "TokenEndpoint" ? "https://login.example/token" : Secret))]));

        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, exception.ToString(), StringComparison.Ordinal);
    }

    private static IConfigurationSection Section(params (string Key, string Value)[] credentials) => new ConfigurationBuilder()
        .AddInMemoryCollection(
        [
            new("Camunda:BaseAddress", "https://engine.invalid/engine-rest"), .. credentials.Select(static pair => new KeyValuePair<string, string?>($"Camunda:Authentication:{pair.Key}", pair.Value)),
        ])
        .Build()
        .GetSection("Camunda");

    private static async Task<(EventLog Log, List<string?> Headers)> RunAsync(params (string Key, string Value)[] credentials)
    {
        await using var engine = new InMemoryEngine();
        var log = new EventLog();
        List<string?> headers = [];
        var builder = Host.CreateEmptyApplicationBuilder(new() { ApplicationName = "credentials" });
        builder.Logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log);
        builder.Services
            .AddCamundaExternalTasks(Section(credentials))
            .AddHandler("topic", static (_, _) => Task.FromResult(TaskOutcome.Completed()))
            .ConfigurePrimaryHttpMessageHandler(_ => new Recorder(headers) { InnerHandler = engine.CreateHandler() });
        using var host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);
        await log.SeeAsync("PollStarted");
        await host.StopAsync(TestContext.Current.CancellationToken);
        lock (headers)
        {
            return (log, [.. headers]);
        }
    }

    private sealed class Recorder(List<string?> headers) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            lock (headers)
            {
                headers.Add(request.Headers.Authorization?.ToString());
            }

            return base.SendAsync(request, cancellationToken);
        }
    }
}
