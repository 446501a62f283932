using System.Collections.Concurrent;
using Camunda.ExternalTask.Conformance.Tests;

namespace Camunda.ExternalTask.Client.Conformance.Tests;

/// <summary>What an application can observe of a worker.</summary>
public sealed class ObserverCases
{
    /// <summary>The events of the JavaScript client, in the order of its documentation.</summary>
    private static readonly WorkerEventKind[] EventsOfTheJavaScriptClient =
    [
        WorkerEventKind.Subscribed, WorkerEventKind.Unsubscribed, WorkerEventKind.PollStarted, WorkerEventKind.WorkerStopping, WorkerEventKind.PollSucceeded, WorkerEventKind.PollFailed,
        WorkerEventKind.HandlerSucceeded, WorkerEventKind.HandlerFailed, WorkerEventKind.TaskCompleted, WorkerEventKind.CompletionFailed, WorkerEventKind.TaskFailed,
        WorkerEventKind.FailureReportFailed, WorkerEventKind.BpmnErrorReported, WorkerEventKind.BpmnErrorReportFailed, WorkerEventKind.LockExtended,
        WorkerEventKind.LockExtensionFailed, WorkerEventKind.TaskReleased, WorkerEventKind.ReleaseFailed, WorkerEventKind.LockReacquired, WorkerEventKind.LockReacquisitionFailed,
    ];

    [Theory, Engines]
    public async Task Case155_All_that_the_JavaScript_client_tells_and_more_is_observed(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        await session.DeployTwoTasksAsync();
        var events = new ConcurrentQueue<WorkerEvent>();
        var relocked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var faults = new Faults("fetchAndLock", "extendLock", "unlock", "failure", "lock", "complete", "bpmnError");
        var topic = session.Engine.Own("one~");
        var runs = 0;

        // In this order: the handler extends the lock and releases the task, it fails, its lock expires and is reacquired. Then a second task reports a BPMN error.
        var worker = session.StartWorker(
            builder => builder
                .AddHandler(topic, async (context, token) =>
                {
                    switch (Interlocked.Increment(ref runs))
                    {
                        case 1:
                            await Assert.ThrowsAsync<EngineException>(() => context.ExtendLockAsync(TimeSpan.FromSeconds(2), token));
                            await context.ExtendLockAsync(TimeSpan.FromSeconds(2), token);
                            return TaskOutcome.Released();
                        case 2:
                            throw new InvalidOperationException("no");
                        case 3:
                            faults.Always("extendLock");
                            await relocked.Task.WaitAsync(token);
                            return TaskOutcome.Completed();
                        default:
                            return new BpmnError("NO_STOCK");
                    }
                })
                .AddInterceptor(faults.Intercept)
                .AddObserver(events.Enqueue)
                .AddObserver(told =>
                {
                    if (told.Kind == WorkerEventKind.LockReacquired)
                    {
                        relocked.TrySetResult();
                    }
                }),
            static options =>
            {
                options.MaxConcurrency = 1;
                options.LockDuration = TimeSpan.FromSeconds(2);
            });
        var first = await session.Engine.StartAsync("one~");
        await session.UntilAsync(() => events.Any(told => told.Kind == WorkerEventKind.TaskCompleted));
        await session.Engine.StartAsync("one~");
        await session.UntilAsync(() => events.Any(told => told.Kind == WorkerEventKind.BpmnErrorReported));
        var other = worker.Subscribe(session.Engine.Own("other~"), static (_, _) => Task.FromResult(TaskOutcome.Completed()));
        await session.AwaitAsync(other.CloseAsync(ClientSession.Token));
        await session.AwaitAsync(worker.StopAsync(ClientSession.Token));

        var kinds = events.Select(told => told.Kind).ToHashSet();
        Assert.Empty(EventsOfTheJavaScriptClient.Except(kinds));
        Assert.Empty(new[] { WorkerEventKind.WorkerStarted, WorkerEventKind.TaskStarted, WorkerEventKind.ResultRetried, WorkerEventKind.WorkerStopped }.Except(kinds));
        Assert.Equal([topic, session.Engine.Own("other~")], events.Where(told => told.Kind == WorkerEventKind.Subscribed).Select(told => told.Topic));
        Assert.Equal([session.Engine.Own("other~"), topic], events.Where(told => told.Kind == WorkerEventKind.Unsubscribed).Select(told => told.Topic));
        Assert.All(events.Where(told => told.Kind.ToString().EndsWith("Failed", StringComparison.Ordinal)), static told => Assert.NotNull(told.Error));
        Assert.All(events.Where(told => told.Kind.ToString().EndsWith("Succeeded", StringComparison.Ordinal)), static told => Assert.Null(told.Error));

        var story = events.Where(told => told.Task?.ProcessInstanceId == first).Select(told => told.Kind).ToList();
        Assert.Equal([WorkerEventKind.TaskStarted, WorkerEventKind.LockExtensionFailed, WorkerEventKind.LockExtended], story.Take(3));

        // The engine may deliver a released or failed task again before the worker has read the response to the release or the failure, and a slow engine makes the worker extend locks.
        WorkerEventKind[] ordered =
        [
            WorkerEventKind.TaskStarted, WorkerEventKind.HandlerSucceeded, WorkerEventKind.ReleaseFailed,
            WorkerEventKind.TaskStarted, WorkerEventKind.HandlerFailed, WorkerEventKind.FailureReportFailed, WorkerEventKind.TaskStarted,
        ];
        Assert.Equal(ordered, story.Where(ordered.Contains).Take(ordered.Length));
    }

    /// <summary>The first request of each kind does not go out; those of one kind never do, once that is said.</summary>
    private sealed class Faults(params string[] first)
    {
        private readonly ConcurrentDictionary<string, bool> _first = new(first.Select(static call => KeyValuePair.Create(call, true)));
        private volatile string? _always;

        public void Always(string call) => _always = call;

        public void Intercept(HttpRequestMessage request)
        {
            var call = request.RequestUri!.Segments[^1];
            if (call == _always || _first.TryRemove(call, out _))
            {
                throw new InvalidOperationException($"no {call}");
            }
        }
    }
}
