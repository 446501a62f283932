using System.Net;
using System.Threading.Channels;
using Camunda.ExternalTask.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Camunda.ExternalTask.OAuth.Tests;

/// <summary>Workers and clients with tokens of a real authorization server, in front of an engine that takes nothing else.</summary>
public sealed class OAuthTests : IAsyncLifetime
{
    private const string Model = """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
          <process id="one" isExecutable="true" camunda:historyTimeToLive="1">
            <startEvent id="start"/><sequenceFlow id="f1" sourceRef="start" targetRef="task"/>
            <serviceTask id="task" camunda:type="external" camunda:topic="topic"/><sequenceFlow id="f2" sourceRef="task" targetRef="end"/><endEvent id="end"/>
          </process>
        </definitions>
        """;

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);
    private readonly Lines _log = new();
    private readonly List<IAsyncDisposable> _owned = [];
    private InMemoryEngine _engine = null!;
    private TokenServer _tokens = null!;
    private BearerCheck _check = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _engine = new(new() { TimeProvider = _time });
        _engine.Deploy(Model);
        _tokens = await TokenServer.StartAsync(_time, Lifetime);
        _check = new(_tokens, _engine.CreateHandler());
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var owned in _owned)
        {
            // A stopping worker looks after its aborted poll for a moment of its clock.
            var disposing = owned.DisposeAsync().AsTask();
            while (!disposing.IsCompleted)
            {
                _time.Advance(TimeSpan.FromMilliseconds(100));
                await Task.Yield();
            }

            await disposing;
        }

        await _tokens.DisposeAsync();
        await _engine.DisposeAsync();
    }

    [Theory]
    [InlineData(OAuth2CredentialsLocation.Header)]
    [InlineData(OAuth2CredentialsLocation.Body)]
    public async Task A_client_gets_its_token_by_header_and_by_body(OAuth2CredentialsLocation location)
    {
        var client = Client(options => options.CredentialsIn = location);

        Assert.Empty(await client.GetTopicNamesAsync(cancellationToken: Token));
        Assert.Equal((1, 0), (_tokens.Requests, _check.Refused));
    }

    [Fact]
    public async Task The_engine_refuses_requests_without_a_token()
    {
        using var http = new HttpClient(_check, disposeHandler: false) { BaseAddress = InMemoryEngine.BaseAddress };
        using var client = new ExternalTaskClient(http);

        Assert.Equal(HttpStatusCode.Unauthorized, (await Assert.ThrowsAsync<EngineException>(() => client.GetTopicNamesAsync(cancellationToken: Token))).StatusCode);
    }

    [Fact]
    public async Task Both_clients_of_a_worker_share_one_token()
    {
        var done = Channel.CreateUnbounded<string>();
        Worker(done.Writer);
        await _engine.StartAndAwaitAsync(done.Reader, Token);
        await _engine.StartAndAwaitAsync(done.Reader, Token);

        Assert.Equal((1, 0), (_tokens.Requests, _check.Refused));
    }

    [Fact]
    public async Task An_expired_token_is_replaced_before_the_engine_refuses_it()
    {
        var client = Client();
        await client.GetTopicNamesAsync(cancellationToken: Token);
        _time.Advance(Lifetime + TimeSpan.FromSeconds(1));
        Assert.False(await _tokens.TakesAsync(_tokens.Issued[0]));
        await client.GetTopicNamesAsync(cancellationToken: Token);

        Assert.Equal((2, 0), (_tokens.Requests, _check.Refused));
        Assert.NotEqual(_tokens.Issued[0], _tokens.Issued[1]);
    }

    [Fact]
    public async Task Case118_A_worker_renews_its_tokens_continuously()
    {
        var done = Channel.CreateUnbounded<string>();
        Worker(done.Writer);
        for (var life = 1; life <= 3; life++)
        {
            var handled = _engine.StartAndAwaitAsync(done.Reader, Token);
            for (var tries = 0; !handled.IsCompleted; tries++)
            {
                Assert.True(tries < 2000, "The task was not handled.");
                await PassAsync(TimeSpan.FromMilliseconds(50));
            }

            await handled;
            for (var passed = TimeSpan.Zero; passed < Lifetime; passed += TimeSpan.FromMilliseconds(500))
            {
                await PassAsync(TimeSpan.FromMilliseconds(500));
            }
        }

        Assert.True(_tokens.Issued.Count >= 3, $"{_tokens.Issued.Count} tokens were issued.");
        Assert.Equal(_tokens.Issued.Distinct(), _tokens.Issued);
        Assert.False(await _tokens.TakesAsync(_tokens.Issued[0]));
    }

    [Fact]
    public async Task A_worker_replaces_a_revoked_token()
    {
        var done = Channel.CreateUnbounded<string>();
        Worker(done.Writer);
        await _engine.StartAndAwaitAsync(done.Reader, Token);
        _tokens.RevokeAll();

        // The first still comes with the poll that waits; its result and the next poll need the new token.
        await _engine.StartAndAwaitAsync(done.Reader, Token);
        await _engine.StartAndAwaitAsync(done.Reader, Token);

        Assert.Equal(2, _tokens.Requests);
        Assert.NotEqual(0, _check.Refused);
    }

    [Fact]
    public async Task Two_hundred_concurrent_requests_share_one_token_request()
    {
        var client = Client();
        await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => client.GetTopicNamesAsync(cancellationToken: Token)));

        Assert.Equal((1, 0), (_tokens.Requests, _check.Refused));
    }

    [Fact]
    public async Task Two_hundred_requests_with_a_revoked_token_share_one_token_request_and_are_repeated()
    {
        var client = Client();
        await client.GetTopicNamesAsync(cancellationToken: Token);
        _tokens.RevokeAll();
        await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => client.GetTopicNamesAsync(cancellationToken: Token)));

        Assert.Equal(2, _tokens.Requests);
    }

    [Fact]
    public async Task A_token_without_the_scope_is_requested_only_twice()
    {
        var client = Client(options => options.Scopes.Clear());
        for (var i = 0; i < 10; i++)
        {
            await Assert.ThrowsAsync<EngineException>(() => client.GetTopicNamesAsync(cancellationToken: Token));
        }

        Assert.Equal(2, _tokens.Requests);
    }

    [Fact]
    public async Task A_wrong_secret_is_reported_with_the_servers_error()
    {
        var client = Client(options => options.ClientSecret = "canary, but wrong");

        var exception = await Assert.ThrowsAsync<EngineException>(() => client.GetTopicNamesAsync(cancellationToken: Token));

        Assert.Contains("the server answered 401: invalid_client The client is unknown", exception.Message);
        AssertNoSecrets(exception);
    }

    [Fact]
    public async Task No_secret_and_no_token_is_logged_or_thrown()
    {
        var done = Channel.CreateUnbounded<string>();
        Worker(done.Writer);
        await _engine.StartAndAwaitAsync(done.Reader, Token);
        _tokens.RevokeAll();
        await _engine.StartAndAwaitAsync(done.Reader, Token);
        await _engine.StartAndAwaitAsync(done.Reader, Token);
        var wrong = Client(options => options.Scopes.Add("unknown"));
        var exception = await Assert.ThrowsAsync<EngineException>(() => wrong.GetTopicNamesAsync(cancellationToken: Token));

        Assert.Contains(_log.All, line => line.StartsWith("TokenRefused", StringComparison.Ordinal));
        Assert.Contains(_log.All, line => line.StartsWith("TokenFailed", StringComparison.Ordinal));
        AssertNoSecrets(exception);
    }

    private static void Options(OAuth2ClientCredentialsOptions options, Uri endpoint)
    {
        options.TokenEndpoint = endpoint;
        options.ClientId = TokenServer.ClientId;
        options.ClientSecret = TokenServer.ClientSecret;
        options.Scopes.Add(TokenServer.Scope);
    }

    /// <summary>Lets a moment pass, and the authorization server on its port the time to answer: the clock must not run away from it.</summary>
    private async Task PassAsync(TimeSpan time)
    {
        _time.Advance(time);
        await Task.Delay(TimeSpan.FromMilliseconds(2), Token);
    }

    private void AssertNoSecrets(Exception exception)
    {
        string[] said = [.. _log.All, exception.ToString()];
        foreach (var secret in (string[])["canary", .. _tokens.Issued])
        {
            Assert.DoesNotContain(said, line => line.Contains(secret, StringComparison.OrdinalIgnoreCase));
        }
    }

    private ExternalTaskClient Client(Action<OAuth2ClientCredentialsOptions>? configure = null)
    {
        var services = Services();
        services
            .AddExternalTaskClient(options => (options.BaseAddress, options.AllowInsecureCredentials) = (InMemoryEngine.BaseAddress, true))
            .UseOAuth2ClientCredentials(options =>
            {
                Options(options, _tokens.TokenEndpoint);
                configure?.Invoke(options);
            })
            .ConfigurePrimaryHttpMessageHandler(() => _check);
        var provider = services.BuildServiceProvider();
        _owned.Add(provider);
        return provider.GetRequiredService<ExternalTaskClient>();
    }

    private void Worker(ChannelWriter<string> done)
    {
        var services = Services();
        services
            .AddCamundaExternalTasks(options => (options.BaseAddress, options.AllowInsecureCredentials) = (InMemoryEngine.BaseAddress, true))
            .AddHandler("topic", (context, _) =>
            {
                done.TryWrite(context.Task.ProcessInstanceId);
                return Task.FromResult(TaskOutcome.Completed());
            })
            .UseOAuth2ClientCredentials(options => Options(options, _tokens.TokenEndpoint))
            .ConfigurePrimaryHttpMessageHandler(_ => _check);
        var provider = services.BuildServiceProvider();
        var worker = provider.GetRequiredService<ExternalTaskWorker>();
        worker.Start();
        _owned.Add(worker);
        _owned.Add(provider);
    }

    private ServiceCollection Services()
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_log));
        services.AddSingleton<TimeProvider>(_time);
        return services;
    }
}
