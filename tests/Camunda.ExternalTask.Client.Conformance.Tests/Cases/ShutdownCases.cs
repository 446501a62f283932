using Camunda.ExternalTask.Conformance.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace Camunda.ExternalTask.Client.Conformance.Tests;

/// <summary>Stopping.</summary>
public sealed class ShutdownCases
{
    private static CancellationToken Token => ClientSession.Token;

    [Theory, Engines]
    public async Task Case141_An_idle_worker_stops_long_before_its_poll_would_end(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        var worker = session.StartWorker(
            builder => builder.AddHandler(session.Engine.Own("one~"), static (_, _) => Task.FromResult(TaskOutcome.Completed())),
            static options => options.PollTimeout = TimeSpan.FromMinutes(10));
        await session.UntilAsync(() => session.Sent("fetchAndLock").Count == 1);
        await session.Engine.ArriveAsync();
        await session.AwaitAsync(worker.StopAsync(Token));
        Assert.Single(session.Sent("fetchAndLock"));
    }

    [Theory, Engines]
    public async Task Case143_Running_handlers_finish_and_nothing_new_is_fetched(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        await session.DeployTwoTasksAsync();
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var running = 0;
        var worker = session.StartWorker(
            builder => builder.AddHandler(session.Engine.Own("one~"), async (_, token) =>
            {
                Interlocked.Increment(ref running);
                await release.Task.WaitAsync(token);
                return TaskOutcome.Completed();
            }),
            static options => options.ShutdownGrace = TimeSpan.FromMinutes(5));
        for (var i = 0; i < 3; i++)
        {
            await session.Engine.StartAsync("one~");
        }

        await session.UntilAsync(() => running == 3);
        var stopping = worker.StopAsync(Token);
        await session.Engine.StartAsync("one~");
        release.SetResult();
        await session.AwaitAsync(stopping);

        Assert.Equal(3, (await session.FetchAsync("two~")).Count);

        // What came after the stop is there for others, with all its retries.
        Assert.Null((await session.FetchOneAsync("one~")).Retries);
    }

    [Theory, Engines]
    public async Task Case144_and_106_After_the_grace_handlers_are_cancelled_and_their_tasks_are_released_unchanged(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        await session.DeployTwoTasksAsync();
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var worker = session.StartWorker(
            builder => builder.AddHandler(session.Engine.Own("one~"), async (_, token) =>
            {
                started.TrySetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, token);
                return TaskOutcome.Completed();
            }),
            static options => options.ShutdownGrace = TimeSpan.FromSeconds(1));
        await session.Engine.StartAsync("one~");
        await session.AwaitAsync(started.Task);
        await session.AwaitAsync(worker.StopAsync(Token));
        Assert.Null((await session.FetchOneAsync("one~")).Retries);
        Assert.Empty(session.Sent("/failure"));
    }

    [Theory, Engines]
    public async Task Case146_Stopping_before_the_start_twice_at_once_and_from_a_handler_comes_to_an_end(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        await session.DeployTwoTasksAsync();
        ExternalTaskWorker? worker = null;
        var stopping = new TaskCompletionSource<Task>(TaskCreationOptions.RunContinuationsAsynchronously);
        worker = session.CreateWorker(builder => builder.AddHandler(session.Engine.Own("one~"), (_, _) =>
        {
            stopping.TrySetResult(worker!.StopAsync(Token));
            return Task.FromResult(TaskOutcome.Completed());
        }));
        await worker.StopAsync(Token);
        worker.Start();
        await session.Engine.StartAsync("one~");
        await session.AwaitAsync(await session.AwaitAsync(stopping.Task));
        await session.AwaitAsync(Task.WhenAll(worker.StopAsync(Token), worker.StopAsync(Token)));
        await session.FetchOneAsync("two~");
    }

    [Theory, Engines]
    public async Task Case146_A_stopped_worker_starts_again_with_its_handlers_and_open_topics_and_never_polls_twice(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        await session.DeployTwoTasksAsync();
        var polls = new PollGauge();
        var worker = session.StartWorker(builder => builder
            .AddHandler(session.Engine.Own("one~"), static (_, _) => Task.FromResult(TaskOutcome.Completed()))
            .ConfigureHttpClients(client => client.AddHttpMessageHandler(polls.NewHandler)));
        worker.Subscribe(session.Engine.Own("two~"), static (_, _) => Task.FromResult(TaskOutcome.Completed()));
        var closed = worker.Subscribe(session.Engine.Own("caught~"), static (_, _) => Task.FromResult(TaskOutcome.Completed()));
        await session.AwaitAsync(closed.CloseAsync(Token));
        for (var round = 0; round < 3; round++)
        {
            Assert.True(worker.IsActive);
            var instance = await session.Engine.StartAsync("one~");
            await session.UntilAsync(() => session.HasEndedAsync(instance));

            var stopping = worker.StopAsync(Token);
            Assert.False(worker.IsActive);
            if (round == 1)
            {
                // It is noted, taken back, and noted again, and takes effect once the stop has ended.
                worker.Start();
                await session.AwaitAsync(Task.WhenAll(stopping, worker.StopAsync(Token)));
            }

            worker.Start();
            worker.Start();
            await session.AwaitAsync(stopping);
        }

        var last = await session.Engine.StartAsync("one~");
        await session.UntilAsync(() => session.HasEndedAsync(last));
        await session.AwaitAsync(worker.StopAsync(Token));
        Assert.Equal(8, session.Sent("/complete").Count);
        Assert.Equal(1, polls.Most);

        // What was closed before the restarts stayed closed.
        var counted = session.Sent("fetchAndLock").Count(poll => poll.Body.Contains(session.Engine.Own("caught~"), StringComparison.Ordinal));
        Assert.Equal(1, counted);
    }
}
