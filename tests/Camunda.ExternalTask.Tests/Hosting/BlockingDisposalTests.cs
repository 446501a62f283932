using System.Net.Http.Json;
using Camunda.ExternalTask.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Camunda.ExternalTask.Tests.Hosting;

/// <summary>A synchronous disposal ends on a thread whose synchronization context cannot run anything meanwhile.</summary>
public class BlockingDisposalTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_worker_does_not_need_the_context_of_the_thread_that_disposes_it()
    {
        await using var engine = new InMemoryEngine();
        var worker = WorkerOf(engine, new FakeTimeProvider());
        worker.Start();

        await InBlockedContextAsync(worker.Dispose);
    }

    [Fact]
    public async Task An_engine_with_a_waiting_poll_does_not_need_the_context_of_the_thread_that_disposes_it()
    {
        var engine = new InMemoryEngine();
        var address = await engine.ListenAsync(cancellationToken: Token);
        using var http = new HttpClient();
        var poll = http.PostAsJsonAsync(
            $"{address}/external-task/fetchAndLock",
            new { workerId = "w", maxTasks = 1, asyncResponseTimeout = 60_000, topics = new[] { new { topicName = "topic", lockDuration = 1000 } } },
            Token);

        await InBlockedContextAsync(engine.Dispose);

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => poll);
    }

    [Fact]
    public async Task A_container_with_a_subscription_is_disposed_synchronously()
    {
        await using var engine = new InMemoryEngine();
        await using var worker = WorkerOf(engine, new FakeTimeProvider());
        worker.Start();
        var services = new ServiceCollection();
        services.AddSingleton(_ => worker.Subscribe("other", (_, _) => Task.FromResult(TaskOutcome.Completed())));
        var provider = services.BuildServiceProvider();
        _ = provider.GetRequiredService<TopicSubscription>();

        await InBlockedContextAsync(provider.Dispose);
    }

    private static ExternalTaskWorker WorkerOf(InMemoryEngine engine, TimeProvider time) => ExternalTaskWorker.Create(
        options => options.BaseAddress = InMemoryEngine.BaseAddress,
        builder =>
        {
            builder.Services.AddSingleton(time);
            builder.ConfigurePrimaryHttpMessageHandler(_ => engine.CreateHandler());
            builder.AddHandler("topic", (_, _) => Task.FromResult(TaskOutcome.Completed()));
        });

    private static async Task InBlockedContextAsync(Action dispose)
    {
        var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() =>
        {
            SynchronizationContext.SetSynchronizationContext(new BlockedContext());
            try
            {
                dispose();
                end.SetResult();
            }
            catch (Exception exception)
            {
                end.SetException(exception);
            }
        })
        {
            IsBackground = true,
        };
        thread.Start();
        await end.Task.WaitAsync(TimeSpan.FromSeconds(30), Token);
    }

    /// <summary>That of a user interface whose only thread waits.</summary>
    private sealed class BlockedContext : SynchronizationContext
    {
        public override void Post(SendOrPostCallback d, object? state)
        {
        }
    }
}
