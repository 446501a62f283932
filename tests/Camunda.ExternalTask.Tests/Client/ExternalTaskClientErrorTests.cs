using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace Camunda.ExternalTask.Tests.Client;

/// <summary>What callers of the client see when a call fails.</summary>
public class ExternalTaskClientErrorTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_error_is_an_exception_with_all_that_is_known()
    {
        var client = new RecordingHandler(HttpStatusCode.InternalServerError, """{"type":"OptimisticLockingException","message":"ENGINE-03005 x","code":1}""").Client();
        var exception = await Assert.ThrowsAsync<EngineException>(() => client.CompleteAsync("T1", cancellationToken: Token));
        Assert.Equal("complete of task 'T1': 500 OptimisticLockingException (code 1): ENGINE-03005 x", exception.Message);
        Assert.Equal((HttpStatusCode.InternalServerError, 1, true), (exception.StatusCode, exception.Code, exception.IsRetryable));
        Assert.True((await Assert.ThrowsAsync<EngineException>(() => new RecordingHandler(HttpStatusCode.NotFound, """{"type":"RestException","message":"gone","code":0}""").Client().GetTaskAsync("T1", Token))).IsGone);
    }

    [Theory]
    [InlineData("<html/>")]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[")]
    [InlineData("""[{"id":"T1"}]""")]
    public async Task Case126_An_answer_that_is_not_the_engine_s_is_an_ambiguous_error(string answer)
    {
        var client = new RecordingHandler(HttpStatusCode.OK, answer, "text/html").Client();
        var exception = await Assert.ThrowsAsync<EngineException>(() => client.FetchAndLockAsync(new("t", TimeSpan.FromSeconds(1)), Token));
        Assert.True(exception.IsAmbiguous);
        Assert.Contains("text/html", exception.Message);
    }

    [Fact]
    public async Task Case133a_A_503_page_says_that_a_worker_id_may_be_shared()
    {
        var client = new RecordingHandler(HttpStatusCode.ServiceUnavailable, "<!doctype html><title>HTTP Status 503</title>", "text/html").Client();
        var exception = await Assert.ThrowsAsync<EngineException>(() => client.FetchAndLockAsync(new("t", TimeSpan.FromSeconds(1)), Token));
        Assert.Contains("An engine that allows one poll per worker id also answers this to a second poll: HTTP Status 503", exception.Message);
    }

    [Fact]
    public async Task Cancelling_is_not_an_engine_error()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new ExternalTaskClient(new HttpClient(new SilentHandler()), new() { BaseAddress = new("http://e") }).CompleteAsync("T1", cancellationToken: cancelled.Token));
    }

    [Fact]
    [Trait("Situation", "8")]
    [Trait("Security", "S13")]
    public async Task Case126_A_silent_engine_is_an_error_after_the_timeout()
    {
        var time = new FakeTimeProvider();
        var client = new ExternalTaskClient(new HttpClient(new SilentHandler()) { Timeout = Timeout.InfiniteTimeSpan }, new() { BaseAddress = new("http://e"), RequestTimeout = TimeSpan.FromSeconds(3) }, time);
        var complete = client.CompleteAsync("T1", cancellationToken: Token);
        time.Advance(TimeSpan.FromSeconds(3));
        Assert.True((await Assert.ThrowsAsync<EngineException>(() => complete)).IsAmbiguous);
    }

    private sealed class SilentHandler : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await System.Threading.Tasks.Task.Delay(Timeout.Infinite, cancellationToken);
            return new();
        }
    }
}
