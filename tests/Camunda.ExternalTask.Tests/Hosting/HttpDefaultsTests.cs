using System.Net;
using Camunda.ExternalTask.Http.Authentication;
using Camunda.ExternalTask.Testing;
using Camunda.ExternalTask.Tests.Worker.Shell;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Polly;

namespace Camunda.ExternalTask.Tests.Hosting;

/// <summary>What an application says about all its HTTP clients must not change those of workers and clients.</summary>
public class HttpDefaultsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private const string OneTask = """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
          <process id="one" isExecutable="true" camunda:historyTimeToLive="1">
            <startEvent id="start"/><sequenceFlow id="f1" sourceRef="start" targetRef="task"/>
            <serviceTask id="task" camunda:type="external" camunda:topic="topic"/><sequenceFlow id="f2" sourceRef="task" targetRef="end"/><endEvent id="end"/>
          </process>
        </definitions>
        """;

    [Fact]
    [Trait("Situation", "79")]
    public async Task A_standard_resilience_handler_for_all_clients_does_not_cut_polls()
    {
        var time = new FakeTimeProvider();
        await using var engine = new InMemoryEngine(new InMemoryEngineOptions { TimeProvider = time });
        engine.Deploy(OneTask);
        var network = new FaultyNetwork();
        var polled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        network.Next("/fetchAndLock", send =>
        {
            var answer = send();
            polled.SetResult();
            return answer;
        });
        var silence = new Silence();
        var log = new EventLog();
        var builder = Host.CreateEmptyApplicationBuilder(new() { ApplicationName = "defaults" });
        builder.Logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log);
        builder.Services.AddSingleton<TimeProvider>(time);

        // Resilience handlers measure time by their builder's clock.
        builder.Services.AddTransient(_ => new ResiliencePipelineBuilder { TimeProvider = time });
        builder.Services
            .AddCamundaExternalTasks(options => options.BaseAddress = InMemoryEngine.BaseAddress)
            .AddHandler("topic", (_, _) => Task.FromResult(TaskOutcome.Completed()))
            .ConfigurePrimaryHttpMessageHandler(_ => network.Before(engine.CreateHandler()));
        builder.Services.AddHttpClient("other").ConfigurePrimaryHttpMessageHandler(() => silence);
        builder.Services.AddServiceDiscovery();
        builder.Services.ConfigureHttpClientDefaults(client =>
        {
            client.AddStandardResilienceHandler();
            client.AddServiceDiscovery();
        });
        using var host = builder.Build();
        await host.StartAsync(Token);
        await polled.Task.WaitAsync(Token);
        using var other = host.Services.GetRequiredService<IHttpClientFactory>().CreateClient("other");
        var request = other.GetAsync(new Uri("http://127.0.0.1:1/"), Token);
        await silence.Asked.WaitAsync(Token);

        time.Advance(TimeSpan.FromSeconds(13));
        await silence.Cut.WaitAsync(Token);
        Assert.Single(network.Paths, path => path.EndsWith("/fetchAndLock", StringComparison.Ordinal));
        engine.Start("one");
        await log.SeeAsync("TaskCompleted");

        Assert.Equal(0, log.CountOf("PollFailed"));
        Assert.Equal(0, log.CountOf("OutageBegan"));
        other.CancelPendingRequests();
        await Assert.ThrowsAnyAsync<Exception>(() => request);
        await host.StopAsync(Token);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Defaults_affect_no_client_whatever_the_order_of_registration(bool defaultsFirst)
    {
        var services = new ServiceCollection();
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
        worker.ConfigureHttpClients(client => client.AddHttpMessageHandler(() => new Seen("own")));
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
        string[] own = [nameof(ExternalTaskClient), "Camunda.ExternalTask..Token", "Camunda.ExternalTask..Polling", "Camunda.ExternalTask..Settling"];
        foreach (var name in own)
        {
            var primary = Assert.IsType<SocketsHttpHandler>(PrimaryOf(factory.CreateHandler(name)));
            Assert.False(primary.AllowAutoRedirect);
            Assert.False(primary.UseCookies);
            var client = provider.GetRequiredService<IHttpClientFactory>().CreateClient(name);
            Assert.Equal(Timeout.InfiniteTimeSpan, client.Timeout);
            Assert.Empty(client.DefaultRequestHeaders);
            Assert.Equal(HttpVersion.Version11, client.DefaultRequestVersion);
            Assert.NotEqual("defaults.invalid", client.BaseAddress?.Host);
        }

        void AddDefaults() => services.ConfigureHttpClientDefaults(client =>
        {
            client.AddHttpMessageHandler(() => new Seen("default"));
            client.ConfigureHttpClient(http =>
            {
                http.Timeout = TimeSpan.FromSeconds(5);
                http.BaseAddress = new("http://defaults.invalid/");
                http.DefaultRequestVersion = HttpVersion.Version20;
                http.DefaultRequestHeaders.Add("X-Api-Key", "for another service");
            });
            client.ConfigurePrimaryHttpMessageHandler(() => new HttpClientHandler());
        });
    }

    [Fact]
    public void Additions_to_a_client_survive_its_second_registration()
    {
        var services = new ServiceCollection();
        Add()
            .UseBasicAuthentication("demo", "demo")
            .AddHttpMessageHandler(() => new Seen("own"))
            .ConfigureHttpClient(http => http.DefaultRequestHeaders.Add("X-Tenant", "t1"));
        Add();
        using var provider = services.BuildServiceProvider();

        Assert.Equal(["own"], NamesIn(provider.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler(nameof(ExternalTaskClient)), out var types));
        Assert.Contains(nameof(BasicAuthenticationHandler), types);
        using var http = provider.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(ExternalTaskClient));
        Assert.Equal(["t1"], http.DefaultRequestHeaders.GetValues("X-Tenant"));

        IHttpClientBuilder Add() => services.AddExternalTaskClient(options => options.BaseAddress = new("http://localhost/engine-rest"));
    }

    [Fact]
    public void A_resilience_handler_that_is_added_to_the_worker_remains()
    {
        var services = new ServiceCollection();
        services.ConfigureHttpClientDefaults(client => client.AddStandardResilienceHandler());
        services
            .AddCamundaExternalTasks(options => options.BaseAddress = new("http://localhost/engine-rest"))
            .ConfigureHttpClients(client => client.AddResilienceHandler("own", pipeline => pipeline.AddTimeout(TimeSpan.FromMinutes(1))));
        using var provider = services.BuildServiceProvider();

        NamesIn(provider.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler("Camunda.ExternalTask..Polling"), out var types);

        Assert.Single(types, "ResilienceHandler");
    }

    [Fact]
    public async Task Service_discovery_for_all_clients_resolves_the_engines_address()
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

        await provider.GetRequiredService<ExternalTaskClient>().Administration.GetVersionAsync(Token);

        Assert.Equal("http://10.1.2.3:8080/engine-rest/version", Assert.Single(addresses).AbsoluteUri);
    }

    private static List<string> NamesIn(HttpMessageHandler handler) => NamesIn(handler, out _);

    private static List<string> NamesIn(HttpMessageHandler handler, out List<string> types)
    {
        List<DelegatingHandler> chain = [.. ChainOf(handler).OfType<DelegatingHandler>()];
        types = [.. chain.Select(static delegating => delegating.GetType().Name)];
        return [.. chain.OfType<Seen>().Select(static seen => seen.Name)];
    }

    private static HttpMessageHandler PrimaryOf(HttpMessageHandler handler) => ChainOf(handler).Last();

    private static IEnumerable<HttpMessageHandler> ChainOf(HttpMessageHandler? handler)
    {
        for (; handler is not null; handler = (handler as DelegatingHandler)?.InnerHandler)
        {
            yield return handler;
        }
    }

    private sealed class Seen(string name) : DelegatingHandler
    {
        public string Name { get; } = name;
    }

    private sealed class Addresses(List<Uri> addresses) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            addresses.Add(request.RequestUri!);
            return base.SendAsync(request, cancellationToken);
        }
    }

    /// <summary>Never answers.</summary>
    private sealed class Silence : HttpMessageHandler
    {
        private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _cut = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Asked => _asked.Task;

        public Task Cut => _cut.Task;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            using var registration = cancellationToken.Register(() => _cut.TrySetResult());
            _asked.TrySetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw new InvalidOperationException("An infinite delay does not end.");
        }
    }
}
