using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace Camunda.ExternalTask.Testing.Tests.Engine;

public sealed class TimeTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly InMemoryEngine _engine;
    private readonly TestWorker _worker;

    public TimeTests()
    {
        _engine = new(new() { TimeProvider = _time });
        _engine.Deploy(Models.OneTask("t"));
        _engine.Start("t");
        _worker = new(_engine);
    }

    public void Dispose()
    {
        _worker.Dispose();
        _engine.Dispose();
    }

    [Fact]
    public async Task A_lock_ends_at_its_time()
    {
        await _worker.FetchOneAsync("t", lockDuration: 1_000);
        _time.Advance(TimeSpan.FromMilliseconds(999));
        Assert.Empty(await _worker.FetchAsync("t"));
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Single(await _worker.FetchAsync("t"));
    }

    [Fact]
    public async Task An_extended_lock_ends_at_its_new_time()
    {
        var task = await _worker.FetchOneAsync("t", lockDuration: 1_000);
        Assert.Equal(HttpStatusCode.NoContent, await _worker.PostAsync(task, "extendLock", new { workerId = "w", newDuration = 5_000 }));
        _time.Advance(TimeSpan.FromSeconds(4));
        Assert.Empty(await _worker.FetchAsync("t"));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Single(await _worker.FetchAsync("t"));
    }

    [Fact]
    public async Task A_retry_comes_at_its_time()
    {
        var task = await _worker.FetchOneAsync("t");
        await _worker.FailAsync(task, retries: 2, retryTimeout: 10_000, message: "m");
        _time.Advance(TimeSpan.FromSeconds(9));
        Assert.Empty(await _worker.FetchAsync("t"));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(2, (await _worker.FetchOneAsync("t")).GetProperty("retries").GetInt32());
    }

    [Fact]
    public async Task The_answers_date_is_the_engines()
    {
        using var response = await _worker.Http.GetAsync("version", TestContext.Current.CancellationToken);
        Assert.Equal(_time.GetUtcNow(), response.Headers.Date);
    }
}
