using System.Net;
using Camunda.ExternalTask.Conformance.Tests;

namespace Camunda.ExternalTask.Client.Conformance.Tests;

/// <summary>Locks.</summary>
public sealed class LockCases
{
    private static CancellationToken Token => ClientSession.Token;

    [Theory, Engines]
    public async Task Case035_and_036_Locks_are_extended_reacquired_and_released_by_task_and_by_id(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        var task = await session.TaskAsync();
        await session.Client.ExtendLockAsync(task, TimeSpan.FromMinutes(2), Token);
        Assert.Equal(("POST", $"external-task/{task.TaskId}/extendLock"), (session.LastSent("/extendLock").Method, session.LastSent("/extendLock").Path));
        JsonExpectation.Check("""{"workerId":"w1","newDuration":120000}""", session.LastSent("/extendLock").Body, session.Engine.Flavor);
        await session.Client.ExtendLockAsync(task.TaskId, TimeSpan.FromMinutes(1), Token);
        JsonExpectation.Check("""{"workerId":"w1","newDuration":60000}""", session.LastSent("/extendLock").Body, session.Engine.Flavor);

        await session.Client.UnlockAsync(task.TaskId, Token);
        Assert.Equal("{}", session.LastSent("/unlock").Body);
        await session.Client.LockAsync(task.TaskId, TimeSpan.FromSeconds(5), Token);
        JsonExpectation.Check("""{"workerId":"w1","lockDuration":5000}""", session.LastSent("/lock").Body, session.Engine.Flavor);
        Assert.Empty(await session.FetchAsync("one~"));
        await session.Client.UnlockAsync(task, Token);
        await session.FetchOneAsync("one~");
    }

    [Theory, Engines]
    public async Task Case008_Every_call_says_who_works(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        var task = await session.TaskAsync();
        await session.Client.ExtendLockAsync(task, TimeSpan.FromMinutes(1), Token);
        await session.Client.LockAsync(task, TimeSpan.FromMinutes(1), Token);
        await session.Client.HandleFailureAsync(task, "not yet", null, 1, TimeSpan.Zero, cancellationToken: Token);
        await session.Client.HandleBpmnErrorAsync(await session.FetchOneAsync("one~"), new BpmnError("NO_STOCK"), Token);
        await session.Client.CompleteAsync(await session.FetchOneAsync("caught~"), cancellationToken: Token);
        foreach (var call in new[] { "/fetchAndLock", "/extendLock", "/lock", "/failure", "/bpmnError", "/complete" })
        {
            Assert.All(session.Sent(call), static request => Assert.Equal("w1", request.Json.GetProperty("workerId").GetString()));
            Assert.NotEmpty(session.Sent(call));
        }
    }

    [Theory, Engines]
    public async Task Case037_A_duration_that_is_none_is_refused_here(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        var task = await session.TaskAsync();
        await Assert.ThrowsAnyAsync<ArgumentException>(() => session.Client.ExtendLockAsync(task, TimeSpan.Zero, Token));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => session.Client.LockAsync(task, TimeSpan.FromSeconds(-1), Token));
        Assert.Empty(session.Sent("/extendLock"));
        Assert.Empty(session.Sent("/lock"));
    }

    [Theory, Engines]
    public async Task Case038_An_expired_lock_is_not_extended_but_taken_again(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        var task = await session.TaskAsync();
        await session.Engine.AdvanceAsync(TimeSpan.FromMinutes(2));
        var expired = await Assert.ThrowsAsync<EngineException>(() => session.Client.ExtendLockAsync(task, TimeSpan.FromMinutes(1), Token));
        Assert.Equal((HttpStatusCode.BadRequest, false), (expired.StatusCode, expired.IsRetryable));
        await session.Client.LockAsync(task, TimeSpan.FromMinutes(1), Token);
        await session.Client.ExtendLockAsync(task, TimeSpan.FromMinutes(1), Token);
    }

    [Theory, Engines]
    public async Task Case039_Another_worker_s_lock_is_lost_to_us_until_it_expires(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        var task = await session.TaskAsync();
        using var other = session.NewClient("other");
        Assert.True((await Assert.ThrowsAsync<EngineException>(() => other.LockAsync(task.TaskId, TimeSpan.FromMinutes(1), Token))).IsLockLost);
        await session.Engine.AdvanceAsync(TimeSpan.FromMinutes(2));
        await other.LockAsync(task.TaskId, TimeSpan.FromMinutes(1), Token);
        Assert.True((await Assert.ThrowsAsync<EngineException>(() => session.Client.ExtendLockAsync(task, TimeSpan.FromMinutes(1), Token))).IsLockLost);
    }

    [Theory, Engines]
    public async Task Case040_and_043_A_handler_longer_than_its_lock_keeps_its_task_and_nothing_is_extended_after_its_end(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        await session.DeployTwoTasksAsync();
        await session.Engine.StartAsync("one~");
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        session.StartWorker(
            builder => builder.AddHandler(session.Engine.Own("one~"), async (_, token) =>
            {
                await release.Task.WaitAsync(token);
                return TaskOutcome.Completed();
            }),
            static options => options.LockDuration = TimeSpan.FromSeconds(2));
        await session.UntilAsync(() => session.Sent("/extendLock").Count >= 6);

        // Three locks' time has passed: it is nobody else's.
        using var other = session.NewClient("other");
        Assert.Empty(await session.FetchAsync("one~", by: other));
        release.SetResult();
        await session.UntilAsync(async () => (await session.FetchAsync("two~")).Count == 1);
        var extensions = session.Sent("/extendLock").Count;
        Assert.Single(session.Sent("/complete"));

        // Case 43: nothing is extended after the end.
        for (var passed = 0; passed < 40; passed++)
        {
            await session.Engine.PassAsync();
        }

        Assert.Equal(extensions, session.Sent("/extendLock").Count);
    }

    [Theory, Engines]
    [Trait("Situation", "58")]
    public async Task Case038a_A_task_that_another_worker_took_cancels_its_handler(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        await session.DeployTwoTasksAsync();
        await session.Engine.StartAsync("one~");
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var lost = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        session.StartWorker(
            builder => builder.AddHandler(session.Engine.Own("one~"), async (context, token) =>
            {
                started.TrySetResult();
                using var registration = context.LockLost.Register(() => lost.TrySetResult());
                await Task.Delay(Timeout.InfiniteTimeSpan, token);
                return TaskOutcome.Completed();
            }),
            static options =>
            {
                // With a second slot the worker would fetch the task again the moment it is unlocked.
                options.MaxConcurrency = 1;
                options.LockDuration = TimeSpan.FromSeconds(4);
            });
        await session.AwaitAsync(started.Task);
        var task = (await session.Client.ListTasksAsync(new() { TopicName = session.Engine.Own("one~") }, cancellationToken: Token))[0];
        using var other = session.NewClient("other");
        await other.UnlockAsync(task.TaskId, Token);
        await other.LockAsync(task.TaskId, TimeSpan.FromMinutes(10), Token);
        await session.AwaitAsync(lost.Task);
        Assert.Empty(session.Sent("/failure"));
        Assert.Empty(session.Sent("/complete"));
    }

    [Fact]
    public async Task Case045_Ids_are_escaped_in_the_path()
    {
        await using var session = await ClientSession.OpenAsync(EngineUnderTest.Memory);
        Assert.True((await Assert.ThrowsAsync<EngineException>(() => session.Client.CompleteAsync("a b?c", cancellationToken: Token))).IsGone);
        Assert.Equal("external-task/a%20b%3Fc/complete", session.LastSent("/complete").Path);
    }
}
