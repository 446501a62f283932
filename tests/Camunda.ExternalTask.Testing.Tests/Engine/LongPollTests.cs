using Microsoft.Extensions.Time.Testing;

namespace Camunda.ExternalTask.Testing.Tests.Engine;

public sealed class LongPollTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly InMemoryEngine _engine;
    private readonly TestWorker _worker;

    public LongPollTests()
    {
        _engine = new(new() { TimeProvider = _time });
        _engine.Deploy(Models.OneTask("t"), Models.OneTask("other"));
        _worker = new(_engine);
    }

    public void Dispose()
    {
        _worker.Dispose();
        _engine.Dispose();
    }

    [Fact]
    public async Task Answers_nothing_at_its_deadline_and_not_before()
    {
        var poll = _worker.FetchAsync("t", wait: 20_000);
        _time.Advance(TimeSpan.FromMilliseconds(19_999));
        Assert.False(poll.IsCompleted);
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Empty(await poll);
    }

    [Fact]
    public async Task Does_not_get_a_task_that_is_created_after_its_deadline_when_the_clock_jumps()
    {
        // A fake clock runs the timers of a jump one after another, all with the time at the end of the jump.
        using var timer = _time.CreateTimer(_ => _engine.Start("t"), null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        var poll = _worker.FetchAsync("t", wait: 20_000);
        _time.Advance(TimeSpan.FromSeconds(25));
        Assert.Empty(await poll);
        Assert.Null(Assert.Single(_engine.ExternalTasks).WorkerId);
    }

    [Fact]
    public async Task Sees_an_expired_lock_only_after_thirty_seconds()
    {
        _engine.Start("t");
        await _worker.FetchOneAsync("t", lockDuration: 2_000);
        var poll = _worker.FetchAsync("t", wait: 45_000);
        _time.Advance(TimeSpan.FromSeconds(29));
        Assert.False(poll.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Single(await poll);
    }

    [Fact]
    public async Task Is_woken_by_a_task_of_another_topic_and_then_sees_the_expired_lock()
    {
        _engine.Start("t");
        await _worker.FetchOneAsync("t", lockDuration: 2_000);
        var poll = _worker.FetchAsync("t", wait: 20_000);
        _time.Advance(TimeSpan.FromSeconds(3));
        Assert.False(poll.IsCompleted);
        _engine.Start("other");
        Assert.Single(await poll);
    }

    [Fact]
    public async Task Is_not_woken_by_a_task_that_is_rolled_back()
    {
        _engine.Deploy(Models.Process("fork", """
            <startEvent id="start" /><sequenceFlow id="f1" sourceRef="start" targetRef="g" /><parallelGateway id="g" />
            <sequenceFlow id="f2" sourceRef="g" targetRef="task" /><serviceTask id="task" camunda:type="external" camunda:topic="t" />
            <sequenceFlow id="f3" sourceRef="g" targetRef="bad" /><serviceTask id="bad" camunda:expression="${missing}" />
            """));
        var poll = _worker.FetchAsync("t", wait: 20_000);
        Assert.Throws<EngineRequestException>(() => _engine.Start("fork"));
        Assert.False(poll.IsCompleted);
        Assert.Empty(_engine.ExternalTasks);
        _time.Advance(TimeSpan.FromSeconds(20));
        Assert.Empty(await poll);
    }

    [Fact]
    public async Task An_aborted_poll_takes_the_next_task_once()
    {
        using var leaving = new CancellationTokenSource();
        var request = new { workerId = "ghost", maxTasks = 5, asyncResponseTimeout = 60_000, topics = new[] { new { topicName = "t", lockDuration = 60_000 } } };
        var poll = _worker.FetchAsync(request, leaving.Token);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => poll);

        _engine.Start("t");
        Assert.Equal("ghost", Assert.Single(_engine.ExternalTasks).WorkerId);
        _engine.Start("t");
        await _worker.FetchOneAsync("t");
    }

    [Fact]
    public async Task Waiting_polls_are_served_in_the_order_they_came()
    {
        var first = _worker.FetchAsync("t", maxTasks: 1, wait: 20_000);
        var second = _worker.FetchAsync("t", maxTasks: 1, wait: 20_000);
        _engine.Start("t");
        Assert.Single(await first);
        Assert.False(second.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(20));
        Assert.Empty(await second);
    }
}
