using System.Net;
using System.Text;
using Camunda.ExternalTask.Http.Authentication;
using Camunda.ExternalTask.Tests.Worker.Shell;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Camunda.ExternalTask.Tests.Client.Authentication;

public sealed class OAuth2Tests : IDisposable
{
    private readonly AuthorizationServer _server = new();
    private readonly FakeTimeProvider _time = new();
    private readonly EventLog _log = new();
    private ServiceProvider? _provider;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_header_carries_the_form_encoded_id_and_secret()
    {
        await Client(options =>
        {
            options.Scopes.Add("a");
            options.Scopes.Add("b");
            options.Audience = "engine";
            options.AdditionalParameters["resource"] = "r 1";
        }).GetTopicNamesAsync(cancellationToken: Token);

        var (authorization, form) = Assert.Single(_server.TokenRequests);
        Assert.Equal("grant_type=client_credentials&scope=a+b&audience=engine&resource=r+1", form);
        Assert.Equal("client%3Aid:canary+secret%2F%2B%C3%BC", Encoding.ASCII.GetString(Convert.FromBase64String(authorization!["Basic ".Length..])));
        Assert.Equal(["canary-token-1"], _server.EngineRequests);
    }

    [Fact]
    public async Task The_body_carries_id_and_secret_if_configured()
    {
        await Client(options => options.CredentialsIn = OAuth2CredentialsLocation.Body).GetTopicNamesAsync(cancellationToken: Token);

        Assert.Equal((null, "grant_type=client_credentials&client_id=client%3Aid&client_secret=canary+secret%2F%2B%C3%BC"), Assert.Single(_server.TokenRequests));
    }

    [Fact]
    [Trait("Security", "S17")]
    public async Task Case118_Two_hundred_concurrent_requests_share_one_token_request()
    {
        _server.Gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var client = Client();
        List<Task> requests = [.. Enumerable.Range(0, 200).Select(_ => client.GetTopicNamesAsync(cancellationToken: Token))];
        Assert.DoesNotContain(requests, request => request.IsCompleted);
        _server.Gate.SetResult();
        await Task.WhenAll(requests);

        Assert.Single(_server.TokenRequests);
        Assert.Equal(200, _server.EngineRequests.Count);
    }

    [Fact]
    public async Task Case118_A_token_is_renewed_at_80_percent_of_its_lifetime_while_the_old_one_is_used()
    {
        var client = Client();
        await client.GetTopicNamesAsync(cancellationToken: Token);
        _time.Advance(TimeSpan.FromSeconds(79));
        await client.GetTopicNamesAsync(cancellationToken: Token);
        Assert.Single(_server.TokenRequests);

        _time.Advance(TimeSpan.FromSeconds(2));
        _server.Gate = new();
        await client.GetTopicNamesAsync(cancellationToken: Token);
        await client.GetTopicNamesAsync(cancellationToken: Token);
        Assert.Equal(2, _server.TokenRequests.Count);
        _server.Gate.SetResult();
        await client.GetTopicNamesAsync(cancellationToken: Token);

        Assert.Equal(["canary-token-1", "canary-token-1", "canary-token-1", "canary-token-1", "canary-token-2"], _server.EngineRequests);
    }

    [Fact]
    [Trait("Situation", "72")]
    public async Task A_valid_token_is_used_during_an_outage_of_the_token_endpoint()
    {
        var client = Client();
        await client.GetTopicNamesAsync(cancellationToken: Token);
        _server.Issue = _ => throw new HttpRequestException(HttpRequestError.ConnectionError, "down");
        _time.Advance(TimeSpan.FromSeconds(81));
        await client.GetTopicNamesAsync(cancellationToken: Token);
        await client.GetTopicNamesAsync(cancellationToken: Token);
        Assert.Equal(2, _server.TokenRequests.Count);

        _time.Advance(TimeSpan.FromSeconds(20));
        await Assert.ThrowsAsync<EngineException>(() => client.GetTopicNamesAsync(cancellationToken: Token));
        Assert.Equal(3, _server.EngineRequests.Count);
    }

    [Fact]
    [Trait("Situation", "71")]
    public async Task A_revoked_token_is_replaced_once_and_the_request_is_repeated()
    {
        var client = Client();
        await client.GetTopicNamesAsync(cancellationToken: Token);
        _server.Takes = token => token != "canary-token-1";
        await client.CompleteAsync("task", cancellationToken: Token);
        await client.GetTopicNamesAsync(cancellationToken: Token);

        Assert.Equal(2, _server.TokenRequests.Count);
        Assert.Equal(["canary-token-1", "canary-token-1", "canary-token-2", "canary-token-2"], _server.EngineRequests);
    }

    [Fact]
    [Trait("Situation", "71")]
    public async Task Many_requests_with_a_revoked_token_share_one_token_request()
    {
        var client = Client();
        await client.GetTopicNamesAsync(cancellationToken: Token);
        _server.Takes = token => token != "canary-token-1";
        _server.Gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
        List<Task> requests = [.. Enumerable.Range(0, 50).Select(_ => client.GetTopicNamesAsync(cancellationToken: Token))];
        _server.Gate.SetResult();
        await Task.WhenAll(requests);

        Assert.Equal(2, _server.TokenRequests.Count);
    }

    [Fact]
    public async Task An_engine_that_refuses_new_tokens_does_not_cause_a_flood_of_token_requests()
    {
        _server.Takes = _ => false;
        var client = Client();
        for (var i = 0; i < 20; i++)
        {
            await Assert.ThrowsAsync<EngineException>(() => client.GetTopicNamesAsync(cancellationToken: Token));
        }

        Assert.Equal(2, _server.TokenRequests.Count);
        Assert.Equal(2, _server.EngineRequests.Count);

        _server.Takes = _ => true;
        _time.Advance(TimeSpan.FromSeconds(2));
        await client.GetTopicNamesAsync(cancellationToken: Token);
        Assert.Equal(3, _server.TokenRequests.Count);
    }

    [Fact]
    public async Task Case120_No_request_is_sent_without_a_token_and_the_token_request_is_retried_after_a_back_off()
    {
        _server.Issue = _ => AuthorizationServer.Answer("""{"error":"invalid_client","error_description":"no such client"}""", HttpStatusCode.Unauthorized);
        var client = Client();
        var first = await Assert.ThrowsAsync<EngineException>(() => client.GetTopicNamesAsync(cancellationToken: Token));
        await Assert.ThrowsAsync<EngineException>(() => client.GetTopicNamesAsync(cancellationToken: Token));
        Assert.Single(_server.TokenRequests);
        _time.Advance(TimeSpan.FromSeconds(1));
        await Assert.ThrowsAsync<EngineException>(() => client.GetTopicNamesAsync(cancellationToken: Token));

        Assert.Equal(2, _server.TokenRequests.Count);
        Assert.Empty(_server.EngineRequests);
        Assert.Contains("no valid token from https://tokens.example/token: the server answered 401: invalid_client no such client", first.Message);
        Assert.True(first is { IsRetryable: true, IsAmbiguous: false });
    }

    [Fact]
    public async Task Retry_After_of_the_token_endpoint_is_respected()
    {
        _server.Issue = _ =>
        {
            var busy = AuthorizationServer.Answer("", HttpStatusCode.TooManyRequests);
            busy.Headers.RetryAfter = new(TimeSpan.FromSeconds(120));
            return busy;
        };
        var client = Client();
        await Assert.ThrowsAsync<EngineException>(() => client.GetTopicNamesAsync(cancellationToken: Token));
        _time.Advance(TimeSpan.FromSeconds(119));
        await Assert.ThrowsAsync<EngineException>(() => client.GetTopicNamesAsync(cancellationToken: Token));
        Assert.Single(_server.TokenRequests);

        _time.Advance(TimeSpan.FromSeconds(2));
        await Assert.ThrowsAsync<EngineException>(() => client.GetTopicNamesAsync(cancellationToken: Token));
        Assert.Equal(2, _server.TokenRequests.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData(""","expires_in":0""")]
    [InlineData(""","expires_in":-5""")]
    [InlineData(""","expires_in":"soon" """)]
    [InlineData(""","expires_in":null""")]
    [InlineData(""","expires_in":{"a":1}""")]
    public async Task A_token_without_a_valid_lifetime_is_used_until_it_is_refused(string lifetime)
    {
        _server.Issue = number => AuthorizationServer.Answer($$"""{"access_token":"t{{number}}"{{lifetime}}}""");
        var client = Client();
        await client.GetTopicNamesAsync(cancellationToken: Token);
        _time.Advance(TimeSpan.FromDays(3));
        await client.GetTopicNamesAsync(cancellationToken: Token);
        Assert.Single(_server.TokenRequests);

        _server.Takes = token => token != "t1";
        await client.GetTopicNamesAsync(cancellationToken: Token);
        Assert.Equal("t2", _server.EngineRequests[^1]);
    }

    [Theory]
    [InlineData(""" "100" """)]
    [InlineData("100.7")]
    public async Task A_lifetime_can_be_text_or_a_fraction(string lifetime)
    {
        _server.Issue = number => AuthorizationServer.Answer($$"""{"access_token":"t{{number}}","expires_in":{{lifetime}}}""");
        var client = Client();
        await client.GetTopicNamesAsync(cancellationToken: Token);
        _time.Advance(TimeSpan.FromSeconds(101));
        await client.GetTopicNamesAsync(cancellationToken: Token);

        Assert.Equal(["t1", "t2"], _server.EngineRequests);
    }

    [Theory]
    [InlineData("<html>canary-token", "text/html", "without an access_token")]
    [InlineData("[]", "application/json", "without an access_token")]
    [InlineData("""{"access_token":""}""", "application/json", "without an access_token")]
    [InlineData("""{"access_token":"canary-token\u000a"}""", "application/json", "contains invalid characters")]
    [InlineData("""{"access_token":"canary-token","token_type":"mac"}""", "application/json", "the token type is not Bearer")]
    public async Task An_answer_without_a_valid_token_is_an_error_that_does_not_contain_it(string answer, string mediaType, string said)
    {
        _server.Issue = _ => AuthorizationServer.Answer(answer, mediaType: mediaType);

        var exception = await Assert.ThrowsAsync<EngineException>(() => Client().GetTopicNamesAsync(cancellationToken: Token));

        Assert.Contains(said, exception.Message);
        Assert.DoesNotContain("canary", exception.ToString());
    }

    [Fact]
    [Trait("Situation", "72")]
    public async Task A_request_to_a_silent_token_endpoint_times_out()
    {
        _server.Gate = new();
        var asking = Client(options => options.RequestTimeout = TimeSpan.FromSeconds(3)).GetTopicNamesAsync(cancellationToken: Token);
        _time.Advance(TimeSpan.FromSeconds(3.1));

        Assert.Contains("did not answer within 3 s", (await Assert.ThrowsAsync<EngineException>(() => asking)).Message);
    }

    [Fact]
    public async Task A_canceled_request_does_not_cancel_the_token_request_of_the_others()
    {
        _server.Gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var client = Client();
        using var cancel = new CancellationTokenSource();
        var leaving = client.GetTopicNamesAsync(cancellationToken: cancel.Token);
        var staying = client.GetTopicNamesAsync(cancellationToken: Token);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaving);
        _server.Gate.SetResult();
        await staying;

        Assert.Single(_server.TokenRequests);
    }

    [Fact]
    [Trait("Security", "S3")]
    public async Task Case121_No_secret_is_ever_logged_or_thrown()
    {
        var echo = Uri.EscapeDataString(AuthorizationServer.Secret);
        _server.Issue = number => number switch
        {
            1 => AuthorizationServer.Answer($$"""{"error":"bad","error_description":"got {{AuthorizationServer.Secret}} and {{echo}} and {{_server.TokenRequests[^1].Authorization}}"}""", HttpStatusCode.BadRequest),
            2 => throw new HttpRequestException($"cannot send {AuthorizationServer.Secret}"),
            3 => throw new FormatException($"invalid {AuthorizationServer.Secret}"),
            _ => AuthorizationServer.Answer("""{"access_token":"canary-token","expires_in":10}"""),
        };
        _server.Takes = _ => false;
        var client = Client();
        List<string> said = [];
        for (var i = 0; i < 8; i++)
        {
            said.Add((await Assert.ThrowsAsync<EngineException>(() => client.GetTopicNamesAsync(cancellationToken: Token))).ToString());
            _time.Advance(TimeSpan.FromMinutes(2));
        }

        said.AddRange(_log.Entries.Select(entry => $"{entry.Message} {entry.Exception}"));
        said.AddRange(_log.Scopes);
        Assert.True(_server.TokenRequests.Count > 4);
        Assert.Contains(said, line => line.Contains("bad got *** and *** and Basic ***", StringComparison.Ordinal));
        Assert.DoesNotContain(said, line => line.Contains("canary", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(said, line => line.Contains(_server.TokenRequests[0].Authorization!["Basic ".Length..], StringComparison.Ordinal));
    }

    [Fact]
    public void Invalid_options_are_named_at_start()
    {
        Assert.Contains("TokenEndpoint is missing", Problems(options => options.TokenEndpoint = null));
        Assert.Contains("not an absolute", Problems(options => options.TokenEndpoint = new("ftp://tokens.example")));
        Assert.Contains("plain HTTP to 'tokens.example'", Problems(options => options.TokenEndpoint = new("http://tokens.example/token")));
        Assert.Contains("contains credentials", Problems(options => options.TokenEndpoint = new("https://a:canary@tokens.example/token")));
        Assert.Contains("ClientId is missing", Problems(options => options.ClientId = " "));
        Assert.Contains("ClientSecret is missing", Problems(options => options.ClientSecret = null));
        Assert.Contains("Scopes contains a blank", Problems(options => options.Scopes.Add("")));
        Assert.Contains("Audience is blank", Problems(options => options.Audience = ""));
        Assert.Contains("RequestTimeout", Problems(options => options.RequestTimeout = TimeSpan.Zero));
        Assert.Contains("CredentialsIn", Problems(options => options.CredentialsIn = (OAuth2CredentialsLocation)7));
        Assert.Contains("'scope'", Problems(options => options.AdditionalParameters["scope"] = "a"));
        Assert.Equal("", Problems(_ => { }));
        Assert.Equal("", Problems(options => options.TokenEndpoint = new("http://127.0.0.1:5/token")));
        Assert.Equal("", Problems(options => (options.ClientSecret, options.CredentialsIn) = (null, OAuth2CredentialsLocation.Body)));
        Assert.Equal("", Problems(options => (options.TokenEndpoint, options.AllowInsecureCredentials) = (new("http://tokens.example/token"), true)));
    }

    public void Dispose() => _provider?.Dispose();

    private static void Options(OAuth2ClientCredentialsOptions options)
    {
        options.TokenEndpoint = new("https://tokens.example/token");
        options.ClientId = "client:id";
        options.ClientSecret = AuthorizationServer.Secret;
    }

    private static string Problems(Action<OAuth2ClientCredentialsOptions> make)
    {
        var options = new OAuth2ClientCredentialsOptions();
        Options(options);
        make(options);
        var problems = new OAuth2OptionsCheck("").Validate("", options).FailureMessage ?? "";
        Assert.DoesNotContain("canary", problems);
        return problems;
    }

    private ExternalTaskClient Client(Action<OAuth2ClientCredentialsOptions>? configure = null)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_log));
        services.AddSingleton<TimeProvider>(_time);
        services
            .AddExternalTaskClient(options => options.BaseAddress = new("https://engine.example/engine-rest"))
            .UseOAuth2ClientCredentials(
                options =>
                {
                    Options(options);
                    configure?.Invoke(options);
                },
                tokens => tokens.ConfigurePrimaryHttpMessageHandler(_server.TokenHandler))
            .ConfigurePrimaryHttpMessageHandler(_server.EngineHandler);
        _provider = services.BuildServiceProvider();
        return _provider.GetRequiredService<ExternalTaskClient>();
    }
}
