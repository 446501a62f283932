using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Camunda.ExternalTask.Tests.Worker.Shell;

public class ObserverTests
{
    private static readonly Func<ExternalTaskContext, CancellationToken, Task<TaskOutcome>> Complete = (_, _) => Task.FromResult(TaskOutcome.Completed());

    [Fact]
    public async Task A_task_is_observed_from_its_start_to_the_engine_s_response()
    {
        await using var bench = new WorkerBench();
        var events = new ConcurrentQueue<WorkerEvent>();
        var instance = bench.StartInstance();
        await bench.StartAsync(worker => worker.AddHandler("topic", Complete).AddObserver(events.Enqueue));
        await bench.Log.SeeAsync("TaskCompleted");

        Assert.Equal(
            [WorkerEventKind.WorkerStarted, WorkerEventKind.Subscribed, WorkerEventKind.PollStarted, WorkerEventKind.PollSucceeded],
            events.Where(told => told.Task is null).Select(told => told.Kind).Take(4));
        var poll = events.First(told => told.Kind == WorkerEventKind.PollSucceeded);
        Assert.Equal("topic", Assert.Single(poll.Topics));
        Assert.Equal(1, poll.Count);
        var ofTask = events.Where(told => told.Task?.ProcessInstanceId == instance).ToList();
        Assert.Equal([WorkerEventKind.TaskStarted, WorkerEventKind.HandlerSucceeded, WorkerEventKind.TaskCompleted], ofTask.Select(told => told.Kind));
        Assert.All(ofTask, told => Assert.Equal(("topic", told.Task!.TaskId), (told.Topic, told.TaskId)));
        Assert.Equal(TaskOutcomeKind.Completed, ofTask[1].Outcome);
        Assert.All(events, told => Assert.StartsWith("bench:", told.WorkerId));
    }

    [Fact]
    public async Task A_failure_tells_the_retries_left_and_an_outage_of_the_engine_each_attempt()
    {
        await using var bench = new WorkerBench();
        var events = new ConcurrentQueue<WorkerEvent>();
        bench.Network.Answer("/failure", () => new(HttpStatusCode.ServiceUnavailable));
        bench.StartInstance();
        await bench.StartAsync(worker => worker.AddHandler("topic", (_, _) => throw new InvalidOperationException("no")).AddObserver(events.Enqueue));
        await bench.Log.SeeAsync("ResultRetried");
        bench.Time.Advance(TimeSpan.FromSeconds(1));
        await bench.Log.SeeAsync("TaskFailed");

        var handler = Assert.Single(events, told => told.Kind == WorkerEventKind.HandlerFailed);
        Assert.Equal(("no", TaskOutcomeKind.Failure), (handler.Error!.Message, handler.Outcome));
        var failed = Assert.Single(events, told => told.Kind == WorkerEventKind.FailureReportFailed);
        Assert.Equal((1, 2, HttpStatusCode.ServiceUnavailable), (failed.Attempt, failed.RetriesLeft, Assert.IsType<EngineException>(failed.Error).StatusCode));
        Assert.Equal(1, Assert.Single(events, told => told.Kind == WorkerEventKind.ResultRetried).Attempt);
        var stored = Assert.Single(events, told => told.Kind == WorkerEventKind.TaskFailed);
        Assert.Equal((2, 2, TimeSpan.FromSeconds(10)), (stored.Attempt, stored.RetriesLeft, stored.Duration));
    }

    [Fact]
    public async Task An_outage_begins_and_ends_once()
    {
        await using var bench = new WorkerBench();
        var events = new ConcurrentQueue<WorkerEvent>();
        bench.Network.Answer("fetchAndLock", () => new(HttpStatusCode.BadGateway));
        bench.Network.Answer("fetchAndLock", () => new(HttpStatusCode.BadGateway));

        bench.StartInstance();
        await bench.StartAsync(worker => worker.AddHandler("topic", Complete).AddObserver(events.Enqueue));
        foreach (var name in new[] { "PollFailed", "OutageBegan" })
        {
            await bench.Log.SeeAsync(name);
            bench.Time.Advance(TimeSpan.FromSeconds(1));
        }

        await bench.Log.SeeAsync("TaskCompleted");
        Assert.Equal(2, events.Count(told => told is { Kind: WorkerEventKind.PollFailed, Error: EngineException { StatusCode: HttpStatusCode.BadGateway } }));
        Assert.Single(events, told => told.Kind == WorkerEventKind.OutageBegan);
        Assert.Equal(TimeSpan.FromSeconds(2), Assert.Single(events, told => told.Kind == WorkerEventKind.OutageEnded).Duration);
    }

    [Fact]
    public async Task A_result_that_cannot_be_written_is_reported_with_its_exception()
    {
        await using var bench = new WorkerBench();
        var events = new ConcurrentQueue<WorkerEvent>();
        bench.StartInstance();
        await bench.StartAsync(worker => worker.AddHandler("topic", (_, _) => Task.FromResult(TaskOutcome.Completed(new BrokenOutput()))).AddObserver(events.Enqueue));
        await bench.Log.SeeAsync("IncidentCreated");

        Assert.Contains("broken", Assert.Single(events, told => told.Kind == WorkerEventKind.CompletionFailed).Error!.Message);
        Assert.Contains("broken", Assert.Single(events, told => told.Kind == WorkerEventKind.ResultRefused).Error!.Message);
        Assert.Equal(0, Assert.Single(events, told => told.Kind == WorkerEventKind.IncidentCreated).RetriesLeft);
    }

    [Fact]
    public async Task A_detached_task_is_observed_and_keeps_a_lock_of_the_full_duration()
    {
        await using var bench = new WorkerBench();
        var events = new ConcurrentQueue<WorkerEvent>();
        bench.StartInstance();
        await bench.StartAsync(worker => worker.AddHandler("topic", (_, _) => Task.FromResult(TaskOutcome.Detached())).AddObserver(events.Enqueue));
        await bench.Log.SeeAsync("TaskDetached");
        await bench.Time.PassUntilAsync(bench.StopAsync());

        Assert.Equal(
            [WorkerEventKind.TaskStarted, WorkerEventKind.HandlerSucceeded, WorkerEventKind.TaskDetached, WorkerEventKind.LockExtended],
            events.Where(told => told.Task is not null).Select(told => told.Kind));
    }

    [Fact]
    public async Task A_back_off_strategy_that_throws_is_reported_with_its_exception()
    {
        await using var bench = new WorkerBench();
        var events = new ConcurrentQueue<WorkerEvent>();
        bench.Network.Answer("fetchAndLock", () => new(HttpStatusCode.BadGateway));
        await bench.StartAsync(
            worker => worker.AddHandler("topic", Complete).AddObserver(events.Enqueue),
            options => options.Backoff.Strategy = _ => throw new InvalidOperationException("strategy"));
        await bench.Log.SeeAsync("BackoffStrategyFailed");
        await bench.Time.PassUntilAsync(bench.StopAsync());

        Assert.Equal("strategy", events.First(told => told.Kind == WorkerEventKind.BackoffStrategyFailed).Error!.Message);
    }

    [Fact]
    public async Task Case154_Observers_are_notified_in_the_order_of_registration_and_one_that_throws_affects_nothing_else_and_is_logged_without_flooding()
    {
        await using var bench = new WorkerBench();
        var told = new ConcurrentQueue<string>();
        var instance = bench.StartInstance();
        await bench.StartAsync(worker => worker
            .AddHandler("topic", Complete)
            .AddObserver(occurrence => Note("first", occurrence))
            .AddObserver(_ => throw new InvalidOperationException("observer"), "breaker")
            .AddObserver(occurrence => Note("last", occurrence)));
        await bench.Log.SeeAsync("TaskCompleted");

        Assert.Equal(["first", "last"], told);
        Assert.Equal(["end"], bench.Engine.EndEvents(instance));
        var logged = bench.Log.Entries.Where(entry => entry.Event == "ObserverFailed").ToList();
        Assert.All(logged, entry => Assert.Equal((LogLevel.Warning, "observer"), (entry.Level, entry.Exception!.Message)));
        Assert.Equal([1, 2, 4], logged.Take(3).Select(entry => int.Parse(entry.Message.Split(' ')[^4].Trim('('))));
        Assert.All(logged, entry => Assert.Contains("Observer breaker threw", entry.Message));

        void Note(string who, in WorkerEvent occurrence)
        {
            if (occurrence.Kind == WorkerEventKind.TaskCompleted)
            {
                told.Enqueue(who);
            }
        }
    }

    [Fact]
    public async Task An_observer_of_the_container_is_a_singleton_that_may_depend_on_the_worker()
    {
        await using var bench = new WorkerBench();
        bench.Services.AddSingleton(new ConcurrentQueue<WorkerEventKind>());
        await bench.StartAsync(worker => worker.AddHandler("topic", Complete).AddObserver<EventsOfWorker>());
        bench.StartInstance();
        await bench.Log.SeeAsync("TaskCompleted");

        var observer = bench.Services.Select(service => service.ImplementationInstance).OfType<ConcurrentQueue<WorkerEventKind>>().Single();
        Assert.Equal(WorkerEventKind.WorkerStarted, observer.First());
        Assert.Contains(WorkerEventKind.TaskCompleted, observer);
    }

    [Fact]
    public async Task A_topic_that_is_opened_and_closed_at_run_time_is_observed()
    {
        await using var bench = new WorkerBench();
        var events = new ConcurrentQueue<WorkerEvent>();
        await bench.StartAsync(worker => worker.AddHandler("topic", Complete).AddObserver(events.Enqueue));
        var other = bench.Worker.Subscribe("other", Complete);
        Assert.Single(events, told => told is { Kind: WorkerEventKind.Subscribed, Topic: "other" });
        Assert.DoesNotContain(events, told => told.Kind == WorkerEventKind.Unsubscribed);

        await bench.Time.PassUntilAsync(other.CloseAsync(TestContext.Current.CancellationToken));
        Assert.Single(events, told => told is { Kind: WorkerEventKind.Unsubscribed, Topic: "other" });

        await bench.Time.PassUntilAsync(bench.StopAsync());
        Assert.Equal(
            [WorkerEventKind.WorkerStopping, WorkerEventKind.Unsubscribed, WorkerEventKind.WorkerStopped],
            events.Where(told => told.Kind is WorkerEventKind.WorkerStopping or WorkerEventKind.Unsubscribed or WorkerEventKind.WorkerStopped && told.Topic != "other").TakeLast(3).Select(told => told.Kind));
    }

    private sealed class EventsOfWorker(ExternalTaskWorker worker, ConcurrentQueue<WorkerEventKind> events) : IWorkerObserver
    {
        public void OnEvent(in WorkerEvent occurrence)
        {
            Assert.Equal(worker.WorkerId, occurrence.WorkerId);
            events.Enqueue(occurrence.Kind);
        }
    }

    private sealed class BrokenOutput : ITaskOutput
    {
        public void WriteVariables(VariableWriter writer) => throw new InvalidOperationException("broken");
    }
}
