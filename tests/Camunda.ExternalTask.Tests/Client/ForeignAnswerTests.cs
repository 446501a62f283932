using System.Net;
using System.Text;
using Camunda.ExternalTask.Tests.Hosting.Proxies;

namespace Camunda.ExternalTask.Tests.Client;

/// <summary>A success that is not the engine's must not pass for one.</summary>
public class ForeignAnswerTests
{
    private const string LoginPage = "<!doctype html><title>Sign in</title>";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("302 Found")]
    [InlineData("303 See Other")]
    [InlineData("307 Temporary Redirect")]
    [InlineData("308 Permanent Redirect")]
    public async Task A_redirect_that_the_HTTP_client_follows_is_an_error(string status)
    {
        await using var server = new ScriptedServer(line => line.Contains("/login", StringComparison.Ordinal)
            ? Response("200 OK", "text/html", LoginPage)
            : $"HTTP/1.1 {status}\r\nLocation: /login?next=1\r\nContent-Length: 0\r\n\r\n");
        using var http = new HttpClient();
        var client = new ExternalTaskClient(http, new() { BaseAddress = new(server.Address + "/engine-rest") });

        await AssertForeignAsync(() => client.CompleteAsync("t1", cancellationToken: Token), "/login");
        await AssertForeignAsync(() => client.UnlockAsync("t1", Token), "/login");
        await AssertForeignAsync(() => client.Administration.GetVersionAsync(Token), "/login");
    }

    [Fact]
    public async Task A_redirect_to_an_empty_page_is_an_error()
    {
        await using var server = new ScriptedServer(line => line.Contains("/login", StringComparison.Ordinal)
            ? "HTTP/1.1 204 No Content\r\n\r\n"
            : "HTTP/1.1 302 Found\r\nLocation: /login\r\nContent-Length: 0\r\n\r\n");
        using var http = new HttpClient();
        var client = new ExternalTaskClient(http, new() { BaseAddress = new(server.Address + "/engine-rest") });

        await AssertForeignAsync(() => client.CompleteAsync("t1", cancellationToken: Token), "redirect");
    }

    [Theory]
    [InlineData(HttpStatusCode.OK, "text/html", LoginPage)]
    [InlineData(HttpStatusCode.OK, "text/plain", "It works!")]
    [InlineData(HttpStatusCode.Created, "application/json", "{}")]
    [InlineData(HttpStatusCode.OK, "application/json", "[]")]
    public async Task A_body_where_the_engine_answers_nothing_is_an_error(HttpStatusCode status, string mediaType, string body)
    {
        using var client = new RecordingHandler(status, body, mediaType).Client();

        await AssertForeignAsync(() => client.CompleteAsync("t1", cancellationToken: Token), mediaType);
        await AssertForeignAsync(() => client.HandleFailureAsync("t1", "m", null, 1, TimeSpan.Zero, cancellationToken: Token), mediaType);
        await AssertForeignAsync(() => client.HandleBpmnErrorAsync("t1", "E", cancellationToken: Token), mediaType);
        await AssertForeignAsync(() => client.ExtendLockAsync("t1", TimeSpan.FromSeconds(1), Token), mediaType);
        await AssertForeignAsync(() => client.UnlockAsync("t1", Token), mediaType);
        await AssertForeignAsync(() => client.Variables.SetAsync("p1", "v", 1, Token), mediaType);
        await AssertForeignAsync(
            () => client.Variables.UploadAsync("p1", "v", VariableUpload.Bytes(new MemoryStream([1])), Token), mediaType);
    }

    [Theory]
    [InlineData(HttpStatusCode.OK, "text/html", LoginPage)]
    [InlineData(HttpStatusCode.OK, "text/plain", "It works!")]
    [InlineData(HttpStatusCode.OK, "application/json", "")]
    [InlineData(HttpStatusCode.OK, "application/json", "\"a string\"")]
    [InlineData(HttpStatusCode.NoContent, "application/json", "")]
    [Trait("Situation", "11")]
    public async Task Something_else_than_the_engines_JSON_is_an_error(HttpStatusCode status, string mediaType, string body)
    {
        using var client = new RecordingHandler(status, body, mediaType).Client();

        await Assert.ThrowsAsync<EngineException>(() => client.Administration.GetVersionAsync(Token));
        await Assert.ThrowsAsync<EngineException>(() => client.FetchAndLockAsync(new FetchRequest([new TopicRequest("topic", TimeSpan.FromSeconds(10))]), Token));
        await Assert.ThrowsAsync<EngineException>(() => client.Variables.GetAllAsync("p1", Token));
        await Assert.ThrowsAsync<EngineException>(() => client.GetTaskAsync("t1", Token));
    }

    [Theory]
    [InlineData(HttpStatusCode.NoContent, "")]
    [InlineData(HttpStatusCode.OK, "")]
    [InlineData(HttpStatusCode.OK, "\r\n")]
    public async Task A_proxy_may_change_the_status_of_an_empty_answer(HttpStatusCode status, string body)
    {
        using var client = new RecordingHandler(status, body).Client();

        await client.CompleteAsync("t1", cancellationToken: Token);
    }

    [Fact]
    public async Task A_message_handler_may_change_the_address()
    {
        var engine = new RecordingHandler();
        using var http = new HttpClient(new OtherAddress { InnerHandler = engine });
        var client = new ExternalTaskClient(http, new() { BaseAddress = new("http://service/engine-rest") });

        await client.CompleteAsync("a b", cancellationToken: Token);

        Assert.Equal("POST /other-root/external-task/a%20b/complete", Assert.Single(engine.Sent).Call);
    }

    private static async Task AssertForeignAsync(Func<Task> call, string words)
    {
        var exception = await Assert.ThrowsAsync<EngineException>(call);
        Assert.Contains(words, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("<", exception.Message, StringComparison.Ordinal);
        Assert.True(exception.IsAmbiguous);
    }

    private static string Response(string status, string mediaType, string body) =>
        $"HTTP/1.1 {status}\r\nContent-Type: {mediaType}\r\nContent-Length: {Encoding.ASCII.GetByteCount(body)}\r\n\r\n{body}";

    private sealed class OtherAddress : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = new(request.RequestUri!.AbsoluteUri.Replace("service/engine-rest", "10.0.0.1/other-root", StringComparison.Ordinal));
            return base.SendAsync(request, cancellationToken);
        }
    }
}
