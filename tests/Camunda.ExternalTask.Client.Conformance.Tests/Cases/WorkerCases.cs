using System.Collections.Concurrent;
using Camunda.ExternalTask.Conformance.Tests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Model = Camunda.ExternalTask.Conformance.Tests.Bpmn;

namespace Camunda.ExternalTask.Client.Conformance.Tests;

/// <summary>Concurrency, and topics that come and go.</summary>
public sealed class WorkerCases
{
    private static CancellationToken Token => ClientSession.Token;

    [Theory, Engines]
    public async Task Case136_and_139_Many_tasks_are_each_settled_once_and_never_more_at_once_than_allowed(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        await session.DeployTwoTasksAsync();
        const int count = 100;
        for (var i = 0; i < count; i++)
        {
            await session.Engine.StartAsync("one~");
        }

        var (running, most) = (0, 0);
        var handled = new ConcurrentBag<string>();
        session.StartWorker(
            builder => builder.AddHandler(session.Engine.Own("one~"), async (context, _) =>
            {
                var now = Interlocked.Increment(ref running);
                InterlockedMax(ref most, now);
                await Task.Yield();
                handled.Add(context.TaskId);
                Interlocked.Decrement(ref running);
                return TaskOutcome.Completed();
            }),
            static options => options.MaxConcurrency = 10);
        await session.UntilAsync(async () => (await session.Engine.GetAsync(session.Engine.Own("external-task/count?topicName=two~"))).Json.GetProperty("count").GetInt32() == count);

        Assert.Equal(count, handled.Distinct().Count());
        Assert.Equal(count, handled.Count);
        Assert.Equal(count, session.Sent("/complete").Count);
        Assert.InRange(most, 1, 10);
        Assert.All(session.Sent("fetchAndLock"), static fetch => Assert.InRange(fetch.Json.GetProperty("maxTasks").GetInt32(), 1, 10));
    }

    [Theory, Engines]
    public async Task Case135_A_busy_worker_asks_for_what_is_free_and_a_full_one_for_nothing(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        await session.DeployTwoTasksAsync();
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var running = 0;
        session.StartWorker(
            builder => builder.AddHandler(session.Engine.Own("one~"), async (_, token) =>
            {
                Interlocked.Increment(ref running);
                await release.Task.WaitAsync(token);
                return TaskOutcome.Completed();
            }),
            static options => options.MaxConcurrency = 2);
        await session.Engine.StartAsync("one~");
        await session.UntilAsync(() => running == 1);
        await session.UntilAsync(() => session.LastSent("fetchAndLock").Json.GetProperty("maxTasks").GetInt32() == 1);
        await session.Engine.StartAsync("one~");
        await session.UntilAsync(() => running == 2);
        var fetches = session.Sent("fetchAndLock").Count;
        for (var passed = 0; passed < 40; passed++)
        {
            await session.Engine.PassAsync();
        }

        Assert.Equal(fetches, session.Sent("fetchAndLock").Count);
        release.SetResult();
        await session.UntilAsync(() => session.Sent("/complete").Count == 2);
    }

    [Theory, Engines]
    public async Task Case137_A_slow_topic_with_a_limit_does_not_hold_up_another(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        await session.Engine.DeployAsync(Model.OneTask("slow~"));
        await session.Engine.DeployAsync(Model.OneTask("fast~"));
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var (slow, fast) = (0, 0);
        for (var i = 0; i < 5; i++)
        {
            await session.Engine.StartAsync("slow~");
            await session.Engine.StartAsync("fast~");
        }

        session.StartWorker(
            builder => builder
                .AddHandler(
                    session.Engine.Own("slow~"),
                    async (_, token) =>
                    {
                        Interlocked.Increment(ref slow);
                        await release.Task.WaitAsync(token);
                        return TaskOutcome.Completed();
                    },
                    static descriptor => descriptor with { MaxConcurrency = 1 })
                .AddHandler(session.Engine.Own("fast~"), (_, _) =>
                {
                    Interlocked.Increment(ref fast);
                    return Task.FromResult(TaskOutcome.Completed());
                }),
            static options => options.MaxConcurrency = 2);
        await session.UntilAsync(() => fast == 5);
        await session.UntilAsync(() => slow == 1);
        release.SetResult();
        await session.UntilAsync(() => slow == 5);
        await session.UntilAsync(() => session.Sent("/complete").Count == 10);
    }

    [Theory, Engines]
    public async Task Case140_Every_task_has_its_services_which_go_with_it_also_after_a_failure(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        await session.DeployTwoTasksAsync(firstTopic: "case-scoped");
        var seen = new ScopeLog();
        session.StartWorker(builder =>
        {
            builder.Services.AddSingleton(seen).AddScoped<ScopedService>();
            builder.AddHandler<Scoped>();
        });
        await session.Engine.StartAsync("one~");
        await session.UntilAsync(() => seen.Disposed == 2);
        await session.FetchUntilAsync("two~");
        Assert.Equal((2, 1), (seen.Created, session.Sent("/failure").Count));
    }

    [Theory, Engines]
    public async Task Case031_and_148_A_topic_opened_while_the_worker_polls_is_served_and_a_closed_one_is_not(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        await session.DeployTwoTasksAsync();
        var worker = session.StartWorker(builder => builder.AddHandler(session.Engine.Own("other~"), static (_, _) => Task.FromResult(TaskOutcome.Completed())));
        var handled = 0;
        var topic = worker.Subscribe(session.Engine.Own("one~"), (_, _) =>
        {
            Interlocked.Increment(ref handled);
            return Task.FromResult(TaskOutcome.Completed());
        });
        await session.Engine.StartAsync("one~");
        await session.FetchUntilAsync("two~");
        await session.AwaitAsync(topic.CloseAsync(Token));

        await session.Engine.StartAsync("one~");
        await session.FetchUntilAsync("one~");
        Assert.Equal(1, handled);
    }

    [Theory, Engines]
    public async Task Case033_Without_a_topic_nothing_is_asked(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        var worker = session.CreateWorker(static _ => { });
        var topic = worker.Subscribe("t", static (_, _) => Task.FromResult(TaskOutcome.Completed()));
        worker.Start();
        await session.UntilAsync(() => session.Sent("fetchAndLock").Count > 0);
        await session.AwaitAsync(topic.CloseAsync(Token));
        var fetches = session.Sent("fetchAndLock").Count;
        for (var passed = 0; passed < 100; passed++)
        {
            await session.Engine.PassAsync();
        }

        Assert.Equal(fetches, session.Sent("fetchAndLock").Count);
    }

    [Theory, Engines]
    [Trait("Situation", "40")]
    public async Task Case028a_A_task_with_a_broken_variable_fails_alone(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        await session.DeployTwoTasksAsync(firstTopic: "case-required");
        var broken = await session.Engine.StartAsync("one~", """{"variables":{"score":{"type":"String","value":"five"}}}""");
        await session.Engine.StartAsync("one~", """{"variables":{"score":{"value":5}}}""");
        session.StartWorker(static builder => builder.AddHandler<Required>());
        await session.FetchUntilAsync("two~");
        await session.UntilAsync(async () => await session.CountAsync($"incident?processInstanceId={broken}") == 1);
    }

    [Theory, Engines]
    public async Task Case154_A_log_that_throws_does_not_stop_the_work(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        await session.DeployTwoTasksAsync();
        var instance = await session.Engine.StartAsync("one~");
        var log = new ThrowingLog();
        var failures = new Queue<string>(["the first time"]);
        session.StartWorker(builder =>
        {
            builder.Services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
            builder
                .AddHandler(session.Engine.Own("one~"), (_, _) => failures.TryDequeue(out var message) ? throw new InvalidOperationException(message) : Task.FromResult(TaskOutcome.Completed()))
                .AddHandler(session.Engine.Own("two~"), static (_, _) => Task.FromResult(TaskOutcome.Completed()));
            log.IsBroken = true;
        });
        await session.UntilAsync(() => session.HasEndedAsync(instance));
        Assert.Single(session.Sent("/failure"));
        Assert.Equal(2, session.Sent("/complete").Count);
    }

    [Theory, Engines]
    public async Task Case131_A_strategy_that_throws_or_answers_nonsense_does_not_stop_the_loop(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        await session.DeployTwoTasksAsync();
        var results = new System.Collections.Concurrent.ConcurrentQueue<PollResult>();
        session.StartWorker(
            builder => builder.AddHandler(session.Engine.Own("one~"), static (_, _) => Task.FromResult(TaskOutcome.Completed())),
            options => options.Backoff.Strategy = result =>
            {
                results.Enqueue(result);
                return results.Count % 2 == 0 ? TimeSpan.FromSeconds(-1) : throw new InvalidOperationException("A strategy that fails.");
            });
        for (var instances = 0; instances < 3; instances++)
        {
            await session.Engine.StartAsync("one~");
            await session.FetchUntilAsync("two~");
        }

        Assert.Contains(results, result => result is { Tasks.Count: 1, Error: null, ConsecutiveEmptyAnswers: 0 } && result.Topics.SequenceEqual([session.Engine.Own("one~")]));
    }

    private static void InterlockedMax(ref int location, int value)
    {
        for (var seen = Volatile.Read(ref location); seen < value;)
        {
            var before = Interlocked.CompareExchange(ref location, value, seen);
            if (before == seen)
            {
                return;
            }

            seen = before;
        }
    }
}

public sealed class ScopeLog
{
    private int _created;
    private int _disposed;

    public int Created => Volatile.Read(ref _created);

    public int Disposed => Volatile.Read(ref _disposed);

    public int Create() => Interlocked.Increment(ref _created);

    public void Dispose() => Interlocked.Increment(ref _disposed);
}

public sealed class ScopedService : IDisposable
{
    private readonly ScopeLog _log;

    public ScopedService(ScopeLog log)
    {
        _log = log;
        Number = log.Create();
    }

    public int Number { get; }

    public void Dispose() => _log.Dispose();
}

[ExternalTaskHandler("case-scoped")]
public sealed partial class Scoped(ScopedService service)
{
    public void Handle()
    {
        if (service.Number == 1)
        {
            throw new InvalidOperationException("the first time");
        }
    }
}
