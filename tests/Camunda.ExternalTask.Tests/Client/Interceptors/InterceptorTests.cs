using Camunda.ExternalTask.Http;
using System.Net;
using Camunda.ExternalTask.Hosting;
using Camunda.ExternalTask.Http.Interceptors;
using Camunda.ExternalTask.Tests.Worker.Shell;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Camunda.ExternalTask.Tests.Client.Interceptors;

public sealed class InterceptorTests : IDisposable
{
    private readonly RecordingEngine _engine = new();
    private readonly EventLog _log = new();
    private ServiceProvider? _provider;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Case115_Interceptors_run_in_the_order_of_addition_and_the_last_value_is_sent_once()
    {
        await Client(http => http
            .AddInterceptor(request => request.Headers.Add("X-Order", "one"))
            .AddInterceptor(async (request, cancellationToken) =>
            {
                await Task.Yield();
                Assert.True(cancellationToken.CanBeCanceled);
                request.Headers.Remove("X-Order");
                request.Headers.Add("X-Order", "two");
            })).GetTopicNamesAsync(cancellationToken: Token);

        Assert.Equal(["two"], Assert.Single(_engine.Requests).Headers.GetValues("X-Order"));
    }

    [Fact]
    public async Task An_interceptor_that_throws_stops_the_request_and_is_named()
    {
        var client = Client(http => http.AddInterceptor(_ => throw new InvalidOperationException("no key"), "signer"));

        var exception = await Assert.ThrowsAsync<EngineException>(() => client.GetTopicNamesAsync(cancellationToken: Token));

        Assert.Contains("The request was not sent because the interceptor 'signer' failed: InvalidOperationException: no key", exception.Message);
        Assert.IsType<InvalidOperationException>(exception.InnerException);
        Assert.True(exception is { IsAmbiguous: false, IsRetryable: true, StatusCode: null });
        Assert.Empty(_engine.Requests);
    }

    [Fact]
    public async Task An_async_lambda_with_one_parameter_is_awaited_and_stops_the_request_if_it_throws()
    {
        var client = Client(http => http.AddInterceptor(
            async request =>
            {
                await Task.Yield();
                throw new InvalidOperationException($"no key for {request.Method}");
            },
            "signer"));

        var exception = await Assert.ThrowsAsync<EngineException>(() => client.GetTopicNamesAsync(cancellationToken: Token));

        Assert.Contains("The request was not sent because the interceptor 'signer' failed: InvalidOperationException: no key for GET", exception.Message);
        Assert.Empty(_engine.Requests);
    }

    [Fact]
    public async Task A_worker_also_awaits_an_async_lambda_with_one_parameter()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        var worker = services.AddCamundaExternalTasks("one", options => options.BaseAddress = new("https://engine.example/engine-rest"));
        worker
            .AddInterceptor(async _ =>
            {
                await Task.Yield();
                throw new InvalidOperationException("no key");
            })
            .ConfigurePrimaryHttpMessageHandler(_ => _engine);
        await using var provider = services.BuildServiceProvider();
        var registration = (WorkerRegistration)services.First(service => service.ImplementationInstance is WorkerRegistration).ImplementationInstance!;
        foreach (var name in new[] { registration.PollingClient, registration.SettlingClient })
        {
            using var http = provider.GetRequiredService<IHttpClientFactory>().CreateClient(name);
            Assert.Contains("no key", (await Assert.ThrowsAsync<PipelineException>(() => http.GetAsync("version", Token))).Message);
        }

        Assert.Empty(_engine.Requests);
    }

    [Fact]
    public async Task An_unnamed_interceptor_is_named_by_file_and_line()
    {
        var client = Client(http => http.AddInterceptor((_, _) => throw new HttpRequestException("sub-request")));

        var exception = await Assert.ThrowsAsync<EngineException>(() => client.GetTopicNamesAsync(cancellationToken: Token));

        Assert.Matches(@"the interceptor 'InterceptorTests\.cs:\d+' failed", exception.Message);
        Assert.False(exception.IsAmbiguous);
    }

    [Theory]
    [InlineData("", @"C:\src\Program.cs", 7, "Program.cs:7")]
    [InlineData(null, "/src/Program.cs", 7, "Program.cs:7")]
    [InlineData("signer", "/src/Program.cs", 7, "signer")]
    public void File_names_are_taken_from_paths_of_every_operating_system(string? name, string file, int line, string expected) => Assert.Equal(expected, InterceptorName.Of(name, file, line));

    [Fact]
    [Trait("Security", "S7")]
    public async Task An_invalid_header_value_is_not_in_the_message()
    {
        var client = Client(http => http.AddInterceptor(request => request.Headers.Date = DateTimeOffset.Parse("canary")));

        var exception = await Assert.ThrowsAsync<EngineException>(() => client.GetTopicNamesAsync(cancellationToken: Token));

        Assert.Contains("FormatException", exception.Message);
        Assert.DoesNotContain("canary", exception.ToString());
    }

    [Fact]
    public async Task An_interceptor_that_waits_is_canceled_with_the_call()
    {
        using var cancel = new CancellationTokenSource();
        var client = Client(http => http.AddInterceptor(async (_, cancellationToken) => await Task.Delay(Timeout.Infinite, cancellationToken)));
        var call = client.GetTopicNamesAsync(cancellationToken: cancel.Token);
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Theory]
    [InlineData(typeof(InvalidOperationException))]
    [InlineData(typeof(HttpRequestException))]
    public async Task A_message_handler_that_throws_before_sending_is_named(Type type)
    {
        var client = Client(http => http
            .AddHttpMessageHandler(() => new ThrowingHandler(before: (Exception)Activator.CreateInstance(type)!))
            .AddHttpMessageHandler(() => new PassingHandler()));

        var exception = await Assert.ThrowsAsync<EngineException>(() => client.GetTopicNamesAsync(cancellationToken: Token));

        Assert.Contains("The request was not sent because the message handler ThrowingHandler failed", exception.Message);
        Assert.False(exception.IsAmbiguous);
        Assert.Empty(_engine.Requests);
    }

    [Fact]
    public async Task A_message_handler_that_throws_after_sending_makes_the_result_ambiguous()
    {
        var client = Client(http => http
            .AddHttpMessageHandler(() => new PassingHandler())
            .AddHttpMessageHandler(() => new ThrowingHandler(after: new InvalidOperationException("late"))));

        var exception = await Assert.ThrowsAsync<EngineException>(() => client.GetTopicNamesAsync(cancellationToken: Token));

        Assert.Contains("The message handler ThrowingHandler failed after the request had been sent: InvalidOperationException: late", exception.Message);
        Assert.True(exception.IsAmbiguous);
        Assert.Single(_engine.Requests);
    }

    [Fact]
    public async Task A_transport_error_is_not_blamed_on_a_message_handler()
    {
        _engine.Fault = new HttpRequestException(HttpRequestError.ResponseEnded, "cut");
        var client = Client(http => http.AddHttpMessageHandler(() => new PassingHandler()));

        var exception = await Assert.ThrowsAsync<EngineException>(() => client.GetTopicNamesAsync(cancellationToken: Token));

        Assert.DoesNotContain("Handler", exception.EngineMessage);
        Assert.True(exception.IsAmbiguous);
    }

    [Fact]
    public async Task Each_request_goes_to_the_resolved_address_and_earlier_handlers_see_it()
    {
        Queue<Uri> nodes = new([new("https://a.example/engine-rest"), new("https://b.example:8443/x/engine-rest/")]);
        List<string> seen = [];
        var client = Client(
            http => http.AddInterceptor(request => seen.Add(request.RequestUri!.Host)).UseBaseAddressResolver(_ => ValueTask.FromResult(nodes.Dequeue())),
            options => options.BaseAddress = null);
        await client.GetTopicNamesAsync(cancellationToken: Token);
        await client.UnlockAsync("a b#1", Token);

        Assert.Equal(
            ["https://a.example/engine-rest/external-task/topic-names", "https://b.example:8443/x/engine-rest/external-task/a%20b%231/unlock"],
            _engine.Requests.Select(request => request.RequestUri!.AbsoluteUri));
        Assert.Equal(["a.example", "b.example"], seen);
    }

    public static TheoryData<Func<CancellationToken, ValueTask<Uri>>, string> BadResolvers => new()
    {
        { _ => throw new TimeoutException("registry"), "the base address resolver failed: TimeoutException: registry" },
        { _ => ValueTask.FromResult<Uri>(null!), "returned null" },
        { _ => ValueTask.FromResult(new Uri("/engine-rest", UriKind.Relative)), "not an absolute" },
        { _ => ValueTask.FromResult(new Uri("https://a:canary@a.example/")), "with credentials" },
    };

    [Theory]
    [MemberData(nameof(BadResolvers))]
    public async Task A_resolver_without_a_valid_address_stops_the_request(Func<CancellationToken, ValueTask<Uri>> resolve, string said)
    {
        var client = Client(http => http.UseBaseAddressResolver(resolve), options => options.BaseAddress = null);

        var exception = await Assert.ThrowsAsync<EngineException>(() => client.GetTopicNamesAsync(cancellationToken: Token));

        Assert.Contains(said, exception.Message);
        Assert.DoesNotContain("canary", exception.ToString());
        Assert.False(exception.IsAmbiguous);
        Assert.Empty(_engine.Requests);
    }

    [Fact]
    public async Task A_resolver_conflicts_with_a_base_address()
    {
        var client = Client(http => http.UseBaseAddressResolver(_ => ValueTask.FromResult(new Uri("https://a.example/"))));

        Assert.Contains("Remove one of them", (await Assert.ThrowsAsync<EngineException>(() => client.GetTopicNamesAsync(cancellationToken: Token))).Message);
    }

    [Fact]
    public async Task Case117_Basic_credentials_are_sent_in_UTF8()
    {
        await Client(http => http.UseBasicAuthentication("dëmo", "pä:ss")).GetTopicNamesAsync(cancellationToken: Token);

        Assert.Equal("Basic ZMOrbW86cMOkOnNz", Assert.Single(_engine.Requests).Headers.Authorization!.ToString());
    }

    [Fact]
    [Trait("Situation", "74")]
    public async Task A_bearer_token_is_requested_for_each_request()
    {
        var number = 0;
        var client = Client(http => http.UseBearerToken(_ => ValueTask.FromResult($"token{++number}")));
        await client.GetTopicNamesAsync(cancellationToken: Token);
        await client.GetTopicNamesAsync(cancellationToken: Token);

        Assert.Equal(["Bearer token1", "Bearer token2"], _engine.Requests.Select(request => request.Headers.Authorization!.ToString()));
    }

    public static TheoryData<Func<CancellationToken, ValueTask<string>>, string> BadTokens => new()
    {
        { _ => throw new TimeoutException("vault"), "the bearer token source failed: TimeoutException: vault" },
        { _ => ValueTask.FromResult(""), "the bearer token source returned null or an empty token" },
        { _ => ValueTask.FromResult<string>(null!), "returned null or an empty token" },
        { _ => ValueTask.FromResult("canary\n"), "a token with invalid characters" },
    };

    [Theory]
    [MemberData(nameof(BadTokens))]
    [Trait("Security", "S7")]
    public async Task No_request_is_sent_without_a_token(Func<CancellationToken, ValueTask<string>> getToken, string said)
    {
        var client = Client(http => http.UseBearerToken(getToken));

        var exception = await Assert.ThrowsAsync<EngineException>(() => client.GetTopicNamesAsync(cancellationToken: Token));

        Assert.Contains(said, exception.Message);
        Assert.DoesNotContain("canary", exception.ToString());
        Assert.Empty(_engine.Requests);
    }

    [Fact]
    public void Two_kinds_of_credentials_are_rejected() =>
        Assert.Contains("two kinds of credentials", Assert.Throws<InvalidOperationException>(
            () => Client(http => http.UseBasicAuthentication("a", "b").UseBearerToken(_ => ValueTask.FromResult("t")))).Message);

    [Fact]
    [Trait("Security", "S2")]
    public async Task Credentials_are_never_sent_over_plain_HTTP_to_other_machines()
    {
        var plain = new Uri("http://far.example/engine-rest");
        Action<IHttpClientBuilder>[] ways =
        [
            http => http.UseBasicAuthentication("demo", "canary"),
            http => http.UseBearerToken(_ => ValueTask.FromResult("canary")),
            http => http.AddInterceptor(request => request.Headers.Authorization = new("Custom", "canary")),
            http => http.ConfigureHttpClient(client => client.DefaultRequestHeaders.Authorization = new("Custom", "canary")),
        ];
        foreach (var way in ways)
        {
            var exception = await Assert.ThrowsAsync<EngineException>(() => Client(way, options => options.BaseAddress = plain).GetTopicNamesAsync(cancellationToken: Token));
            Assert.Contains("it would send credentials over plain HTTP to 'far.example'", exception.Message);
            Assert.DoesNotContain("canary", exception.ToString());
        }

        await Assert.ThrowsAsync<EngineException>(() => Client(
            http => http.UseBasicAuthentication("demo", "canary").UseBaseAddressResolver(_ => ValueTask.FromResult(plain)), options => options.BaseAddress = null).GetTopicNamesAsync(cancellationToken: Token));
        Assert.Empty(_engine.Requests);

        await Client(_ => { }, options => options.BaseAddress = plain).GetTopicNamesAsync(cancellationToken: Token);
        await Client(ways[0], options => options.BaseAddress = new("http://localhost:8080/engine-rest")).GetTopicNamesAsync(cancellationToken: Token);
        await Client(ways[0], options => (options.BaseAddress, options.AllowInsecureCredentials) = (plain, true)).GetTopicNamesAsync(cancellationToken: Token);
        Assert.Equal(3, _engine.Requests.Count);
        Assert.DoesNotContain(_log.Entries, entry => entry.Message.Contains("canary", StringComparison.Ordinal));
    }

    public void Dispose() => _provider?.Dispose();

    private ExternalTaskClient Client(Action<IHttpClientBuilder> add, Action<ExternalTaskClientOptions>? configure = null)
    {
        _provider?.Dispose();
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_log));
        var http = services.AddExternalTaskClient(options =>
        {
            options.BaseAddress = new("https://engine.example/engine-rest");
            configure?.Invoke(options);
        });
        add(http);
        http.ConfigurePrimaryHttpMessageHandler(() => _engine);
        _provider = services.BuildServiceProvider();
        return _provider.GetRequiredService<ExternalTaskClient>();
    }

    private sealed class RecordingEngine : HttpMessageHandler
    {
        public List<HttpRequestMessage> Requests { get; } = [];

        public Exception? Fault { get; set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (Fault is not null)
            {
                throw Fault;
            }

            Requests.Add(request);
            return Task.FromResult(request.RequestUri!.AbsolutePath.EndsWith("/unlock", StringComparison.Ordinal)
                ? new HttpResponseMessage(HttpStatusCode.NoContent)
                : new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("[]") });
        }
    }

    private sealed class PassingHandler : DelegatingHandler;

    private sealed class ThrowingHandler(Exception? before = null, Exception? after = null) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (before is not null)
            {
                throw before;
            }

            var response = await base.SendAsync(request, cancellationToken);
            return after is null ? response : throw after;
        }
    }
}
