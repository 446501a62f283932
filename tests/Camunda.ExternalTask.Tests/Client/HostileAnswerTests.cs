using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Camunda.ExternalTask.Tests.Client;

/// <summary>Answers of proxies and servers that are not the engine's, or that carry more than they should.</summary>
public class HostileAnswerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized)]
    [InlineData(HttpStatusCode.ProxyAuthenticationRequired)]
    [InlineData(HttpStatusCode.BadGateway)]
    [Trait("Security", "S3")]
    public async Task Credentials_that_a_proxy_repeats_are_not_in_the_error(HttpStatusCode status)
    {
        var basic = Convert.ToBase64String("demo:s3cret-canary"u8);
        var error = await FailAsync(
            () => new(status) { Content = new StringContent($"rejected: Authorization: Basic {basic} (demo:s3cret-canary, s3cret-canary)") },
            new AuthenticationHeaderValue("Basic", basic));

        Assert.DoesNotContain(basic, error.ToString());
        Assert.DoesNotContain("canary", error.ToString());
    }

    [Fact]
    [Trait("Security", "S3")]
    public async Task A_token_that_the_engine_repeats_is_not_in_the_error()
    {
        var error = await FailAsync(
            () => new(HttpStatusCode.BadRequest) { Content = Json("""{"type":"RestException","message":"bad token tok-canary"}""") },
            new AuthenticationHeaderValue("Bearer", "tok-canary"));

        Assert.Contains("bad token (credentials removed)", error.Message);
    }

    [Theory]
    [InlineData("/login?ticket=canary", "'/login'")]
    [InlineData("https://sso.example.com/login?ticket=canary", "'https://sso.example.com/login'")]
    [Trait("Situation", "12")]
    [Trait("Security", "S4")]
    public async Task A_redirect_names_its_target_without_the_query(string location, string shown)
    {
        var error = await FailAsync(() => new(HttpStatusCode.Found) { Headers = { Location = new(location, UriKind.RelativeOrAbsolute) } });

        Assert.Contains(shown, error.Message);
        Assert.DoesNotContain("canary", error.Message);
    }

    [Theory]
    [InlineData("\u0085")]
    [InlineData("\u009B31m")]
    [InlineData("\u202E")]
    [InlineData("\u2028")]
    [InlineData("\u007F")]
    [InlineData("\u2066")]
    [Trait("Security", "S8")]
    public async Task Characters_that_forge_lines_are_replaced(string character)
    {
        var error = await FailAsync(() => new(HttpStatusCode.BadGateway) { Content = new StringContent($"before{character}after") });

        Assert.DoesNotContain(character[0], error.Message);
        Assert.Contains("before", error.Message);
    }

    [Fact]
    [Trait("Situation", "48")]
    public async Task A_byte_order_mark_is_skipped()
    {
        using var http = Http(() => new(HttpStatusCode.OK) { Content = Json("\uFEFF{\"count\":3}") });
        var client = new ExternalTaskClient(http, new() { WorkerId = "w" });

        Assert.Equal(3, await client.CountTasksAsync(new(), Token));
    }

    [Fact]
    [Trait("Situation", "21")]
    [Trait("Security", "S12")]
    public async Task A_compressed_answer_is_named()
    {
        using var http = Http(() => new(HttpStatusCode.OK) { Content = new StringContent("x") { Headers = { ContentType = new("application/json"), ContentEncoding = { "gzip" } } } });
        var client = new ExternalTaskClient(http, new() { WorkerId = "w" });

        var error = await Assert.ThrowsAsync<EngineException>(() => client.CountTasksAsync(new(), Token));

        Assert.Contains("compressed (gzip)", error.Message);
    }

    [Fact]
    public async Task The_version_of_the_HTTP_client_is_used()
    {
        HttpRequestMessage? sent = null;
        using var http = Http(() => new(HttpStatusCode.NoContent), request => sent = request);
        http.DefaultRequestVersion = HttpVersion.Version20;
        http.DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact;

        await new ExternalTaskClient(http, new() { WorkerId = "w" }).UnlockAsync("t1", Token);

        Assert.Equal((HttpVersion.Version20, HttpVersionPolicy.RequestVersionExact), (sent!.Version, sent.VersionPolicy));
    }

    [Theory]
    [InlineData(HttpStatusCode.BadGateway)]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.OK)]
    public async Task A_body_that_cannot_be_read_does_not_hide_the_status(HttpStatusCode status)
    {
        using var http = Http(() => new(status) { Content = new StreamContent(new UnreadableStream()) });
        var client = new ExternalTaskClient(http, new() { WorkerId = "w" });
        if (status == HttpStatusCode.OK)
        {
            await client.UnlockAsync("t1", Token);
            return;
        }

        var error = await Assert.ThrowsAsync<EngineException>(() => client.UnlockAsync("t1", Token));

        Assert.Equal((status, status == HttpStatusCode.BadGateway), (error.StatusCode, error.IsAmbiguous));
        Assert.DoesNotContain("not sent", error.Message);
    }

    [Theory]
    [InlineData("//[bad", "redirects to")]
    [InlineData("?next=canary", "''")]
    [InlineData("/a\u202Eb", "'/a b'")]
    public async Task A_redirect_with_an_unusual_target_is_named(string location, string shown)
    {
        var error = await FailAsync(() =>
        {
            var response = new HttpResponseMessage(HttpStatusCode.TemporaryRedirect);
            response.Headers.TryAddWithoutValidation("Location", location);
            return response;
        });

        Assert.Contains(shown, error.Message);
        Assert.DoesNotContain("canary", error.Message);
    }

    [Fact]
    public async Task An_answer_in_another_encoding_is_an_error_and_not_a_crash()
    {
        using var http = Http(() => new(HttpStatusCode.OK) { Content = new StringContent("{\"count\":3}", Encoding.Unicode, "application/json") });

        var error = await Assert.ThrowsAsync<EngineException>(() => new ExternalTaskClient(http, new() { WorkerId = "w" }).CountTasksAsync(new(), Token));

        Assert.Equal(HttpStatusCode.OK, error.StatusCode ?? HttpStatusCode.OK);
        Assert.DoesNotContain('\0', error.Message);
    }

    [Fact]
    public async Task Many_permissions_and_a_long_message_are_read_to_a_bound()
    {
        var error = await FailAsync(() => new(HttpStatusCode.Forbidden)
        {
            Content = Json($"{{\"type\":\"AuthorizationException\",\"message\":\"{new string('x', 1_000_000)}\"}}"),
        });

        Assert.Equal(HttpStatusCode.Forbidden, error.StatusCode);
        Assert.True(error.Message.Length < 20_000);
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    private static async Task<EngineException> FailAsync(Func<HttpResponseMessage> answer, AuthenticationHeaderValue? credentials = null)
    {
        using var http = Http(answer, request => request.Headers.Authorization = credentials);
        var client = new ExternalTaskClient(http, new() { WorkerId = "w" });
        return await Assert.ThrowsAsync<EngineException>(() => client.UnlockAsync("t1", Token));
    }

    private static HttpClient Http(Func<HttpResponseMessage> answer, Action<HttpRequestMessage>? prepare = null) =>
        new(new Answering(answer, prepare)) { BaseAddress = new("http://engine/engine-rest") };

    private sealed class Answering(Func<HttpResponseMessage> answer, Action<HttpRequestMessage>? prepare) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            prepare?.Invoke(request);
            var response = answer();
            response.RequestMessage = request;
            return Task.FromResult(response);
        }
    }
    /// <summary>Throws what a decompressing handler throws for a broken body.</summary>
    private sealed class UnreadableStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw new InvalidDataException("broken");

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => throw new InvalidDataException("broken");

        public override int Read(byte[] buffer, int offset, int count) => throw new InvalidDataException("broken");
    }
}
