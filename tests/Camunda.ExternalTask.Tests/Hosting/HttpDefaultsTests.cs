using Camunda.ExternalTask.Testing;
using Camunda.ExternalTask.Tests.Worker.Shell;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Camunda.ExternalTask.Tests.Hosting;

/// <summary>What an application says about all its HTTP clients must not change those of workers and clients.</summary>
public class HttpDefaultsTests
{
    private const string OneTask = """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
          <process id="one" isExecutable="true" camunda:historyTimeToLive="1">
            <startEvent id="start"/><sequenceFlow id="f1" sourceRef="start" targetRef="task"/>
            <serviceTask id="task" camunda:type="external" camunda:topic="topic"/><sequenceFlow id="f2" sourceRef="task" targetRef="end"/><endEvent id="end"/>
          </process>
        </definitions>
        """;

    /// <summary>Takes 13 s of real time: the resilience handler measures it by a clock of its own.</summary>
    [Fact]
    public async Task FirstAid03_A_standard_resilience_handler_for_all_clients_does_not_cut_polls()
    {
        await using var engine = new InMemoryEngine();
        engine.Deploy(OneTask);
        var network = new FaultyNetwork();
        var log = new EventLog();
        var builder = Host.CreateEmptyApplicationBuilder(new() { ApplicationName = "defaults" });
        builder.Logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log);
        builder.Services
            .AddCamundaExternalTasks(options => options.BaseAddress = InMemoryEngine.BaseAddress)
            .AddHandler("topic", (_, _) => Task.FromResult(TaskOutcome.Completed()))
            .ConfigurePrimaryHttpMessageHandler(_ => network.Before(engine.CreateHandler()));
        builder.Services.AddServiceDiscovery();
        builder.Services.ConfigureHttpClientDefaults(client =>
        {
            client.AddStandardResilienceHandler();
            client.AddServiceDiscovery();
            client.ConfigureHttpClient(http => http.Timeout = TimeSpan.FromSeconds(5));
        });
        using var host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);

        await Task.Delay(TimeSpan.FromSeconds(13), TestContext.Current.CancellationToken);
        Assert.Single(network.Paths, path => path.EndsWith("/fetchAndLock", StringComparison.Ordinal));
        engine.Start("one");
        await log.SeeAsync("TaskCompleted");

        Assert.Equal(0, log.CountOf("PollFailed"));
        Assert.Equal(0, log.CountOf("EngineUnreachable"));
        await host.StopAsync(TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void FirstAid03_Defaults_stay_out_of_every_client_whatever_the_order(bool defaultsFirst)
    {
        var services = new ServiceCollection();
        var seen = new List<string>();
        if (defaultsFirst)
        {
            AddDefaults();
        }

        var worker = services.AddCamundaExternalTasks(options => options.BaseAddress = new("http://localhost/engine-rest"));
        worker.UseOAuth2ClientCredentials(options =>
        {
            options.TokenEndpoint = new("http://localhost/token");
            options.ClientId = "id";
            options.ClientSecret = "secret";
        });
        worker.ConfigureHttpClients(client => client.AddHttpMessageHandler(() => new Seen("own", seen)));
        services.AddExternalTaskClient(options => options.BaseAddress = new("http://localhost/engine-rest"));
        services.AddHttpClient("other");
        if (!defaultsFirst)
        {
            AddDefaults();
        }

        using var provider = services.BuildServiceProvider();
        var factory = provider.GetRequiredService<IHttpMessageHandlerFactory>();
        Assert.Equal(["default"], NamesIn(factory.CreateHandler("other")));
        Assert.Empty(NamesIn(factory.CreateHandler(nameof(ExternalTaskClient))));
        Assert.Empty(NamesIn(factory.CreateHandler("Camunda.ExternalTask..Token")));
        Assert.Equal(["own"], NamesIn(factory.CreateHandler("Camunda.ExternalTask..Polling")));
        Assert.Equal(["own"], NamesIn(factory.CreateHandler("Camunda.ExternalTask..Settling")));
        Assert.Equal(Timeout.InfiniteTimeSpan, provider.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(ExternalTaskClient)).Timeout);

        void AddDefaults() => services.ConfigureHttpClientDefaults(client =>
        {
            client.AddHttpMessageHandler(() => new Seen("default", seen));
            client.ConfigureHttpClient(http => http.Timeout = TimeSpan.FromSeconds(5));
            client.ConfigurePrimaryHttpMessageHandler(() => new HttpClientHandler());
        });
    }

    [Fact]
    public async Task FirstAid03_Service_discovery_for_all_clients_resolves_the_engines_address()
    {
        await using var engine = new InMemoryEngine();
        engine.Deploy(OneTask);
        List<Uri> addresses = [];
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([new("Services:camunda:http:0", "http://10.1.2.3:8080")]).Build());
        services.AddServiceDiscovery();
        services.ConfigureHttpClientDefaults(client => client.AddServiceDiscovery());
        services
            .AddExternalTaskClient(options => options.BaseAddress = new("http://camunda/engine-rest"))
            .ConfigurePrimaryHttpMessageHandler(() => new Addresses(addresses) { InnerHandler = engine.CreateHandler() });
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<ExternalTaskClient>().GetVersionAsync(TestContext.Current.CancellationToken);

        Assert.Equal("http://10.1.2.3:8080/engine-rest/version", Assert.Single(addresses).AbsoluteUri);
    }

    private static List<string> NamesIn(HttpMessageHandler? handler)
    {
        List<string> names = [];
        for (; handler is DelegatingHandler delegating; handler = delegating.InnerHandler)
        {
            if (delegating is Seen seen)
            {
                names.Add(seen.Name);
            }
        }

        return names;
    }

    private sealed class Seen(string name, List<string> seen) : DelegatingHandler
    {
        public string Name { get; } = name;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            seen.Add(Name);
            return base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class Addresses(List<Uri> addresses) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            addresses.Add(request.RequestUri!);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
