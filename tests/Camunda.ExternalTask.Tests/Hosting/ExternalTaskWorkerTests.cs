using Camunda.ExternalTask.Testing;
using Camunda.ExternalTask.Tests.Worker.Shell;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Camunda.ExternalTask.Tests.Hosting;

public sealed class ExternalTaskWorkerTests : IAsyncDisposable
{
    private readonly FakeTimeProvider _time = new(DateTimeOffset.Parse("2026-01-01T00:00:00Z"));
    private readonly EventLog _log = new();
    private readonly InMemoryEngine _engine;
    private readonly ExternalTaskWorker _worker;

    public ExternalTaskWorkerTests()
    {
        _engine = new InMemoryEngine(new() { TimeProvider = _time });
        _engine.Deploy(ModelOf("a"), ModelOf("b"));
        _worker = ExternalTaskWorker.Create(options => options.BaseAddress = InMemoryEngine.BaseAddress, Build);
    }

    public async ValueTask DisposeAsync()
    {
        await _time.PassUntilAsync(_worker.DisposeAsync().AsTask());
        await _engine.DisposeAsync();
    }

    [Fact]
    public async Task A_worker_runs_without_a_host()
    {
        var done = _worker.Subscribe("a", (_, _) => Task.FromResult(TaskOutcome.Completed()));
        _worker.Start();
        var instance = _engine.Start("a");
        await _log.SeeAsync("TaskCompleted");

        Assert.Equal("a", done.Topic);
        Assert.Equal(["end"], _engine.EndEvents(instance));
    }

    [Fact]
    public async Task A_topic_can_be_opened_at_run_time_and_starts_no_task_after_it_is_closed()
    {
        var a = _worker.Subscribe("a", (_, _) => Task.FromResult(TaskOutcome.Completed()));
        _worker.Start();
        _worker.Subscribe("b", (_, _) => Task.FromResult(TaskOutcome.Completed()));
        _engine.Start("b");
        await _log.SeeAsync("TaskCompleted");

        await _time.PassUntilAsync(a.CloseAsync(TestContext.Current.CancellationToken));
        _engine.Start("a");
        _engine.Start("b");
        await _log.SeeAsync("TaskCompleted", 2);

        // The engine may have locked it for the poll that was given up; the worker finds it and unlocks it.
        Assert.Equal("a", Assert.Single(_engine.ExternalTasks).TopicName);
        await _time.PassUntilAsync(UnlockedAsync());
    }

    [Fact]
    public async Task Closing_waits_for_the_running_handler()
    {
        var finish = new TaskCompletionSource<TaskOutcome>(TaskCreationOptions.RunContinuationsAsynchronously);
        var a = _worker.Subscribe("a", (_, _) => finish.Task);
        _worker.Start();
        _engine.Start("a");
        await _log.SeeAsync("TaskStarted");

        var closing = a.CloseAsync(TestContext.Current.CancellationToken);
        Assert.False(closing.IsCompleted);
        finish.SetResult(TaskOutcome.Completed());
        await _log.SeeAsync("TaskCompleted");
        await _time.PassUntilAsync(closing);

        Assert.Equal(0, _log.CountOf("TaskReleased"));
    }

    [Fact]
    public void Case009_A_worker_without_handlers_does_not_start() => Assert.Throws<InvalidOperationException>(_worker.Start);

    [Fact]
    public void Options_are_checked_when_the_worker_is_created() =>
        Assert.Throws<OptionsValidationException>(() => ExternalTaskWorker.Create(options => options.BaseAddress = null));

    [Fact]
    public void Two_workers_with_the_same_name_are_rejected()
    {
        var services = new ServiceCollection();
        services.AddCamundaExternalTasks("loans");

        Assert.Contains("'loans'", Assert.Throws<InvalidOperationException>(() => services.AddCamundaExternalTasks("loans")).Message);
    }

    private static string ModelOf(string topic) => $"""
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
          <process id="{topic}" isExecutable="true" camunda:historyTimeToLive="1">
            <startEvent id="start"/><sequenceFlow id="f1" sourceRef="start" targetRef="task"/>
            <serviceTask id="task" camunda:type="external" camunda:topic="{topic}"/><sequenceFlow id="f2" sourceRef="task" targetRef="end"/><endEvent id="end"/>
          </process>
        </definitions>
        """;

    private async Task UnlockedAsync()
    {
        while (_engine.ExternalTasks.Any(task => task.WorkerId is not null))
        {
            await Task.Run(static () => { }, TestContext.Current.CancellationToken);
        }
    }

    private void Build(ExternalTaskWorkerBuilder worker)
    {
        worker.Services.AddSingleton<TimeProvider>(_time).AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_log));
        worker.ConfigurePrimaryHttpMessageHandler(_ => _engine.CreateHandler());
    }

    [Fact]
    [Trait("Situation", "63")]
    public async Task Case146_Concurrent_starts_and_stops_never_poll_twice()
    {
        _worker.Subscribe("a", (_, _) => Task.FromResult(TaskOutcome.Completed()));
        for (var round = 0; round < 20; round++)
        {
            List<Task> stops = [];
            await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() =>
            {
                if (i % 2 == 0)
                {
                    _worker.Start();
                    return;
                }

                var stop = _worker.StopAsync(TestContext.Current.CancellationToken);
                lock (stops)
                {
                    stops.Add(stop);
                }
            })));
            await _time.PassUntilAsync(Task.WhenAll(stops));
        }

        await _time.PassUntilAsync(_worker.StopAsync(TestContext.Current.CancellationToken));
        Assert.False(_worker.IsActive);
        Assert.Equal(_log.CountOf("WorkerStarted"), _log.CountOf("WorkerStopped"));
        Assert.Equal(1, Most(_log.Entries, "WorkerStarted", "WorkerStopped"));

        _worker.Start();
        Assert.True(_worker.IsActive);
        var instance = _engine.Start("a");

        // The engine may lock it for a poll of before, which the worker still looks after.
        await _time.PassUntilAsync(_log.SeeAsync("TaskCompleted"));
        Assert.Equal(["end"], _engine.EndEvents(instance));
    }

    [Fact]
    [Trait("Situation", "63")]
    public async Task Case146_A_disposed_worker_does_not_start_again()
    {
        var closed = _worker.Subscribe("a", (_, _) => Task.FromResult(TaskOutcome.Completed()));
        _worker.Start();
        await _time.PassUntilAsync(closed.CloseAsync(TestContext.Current.CancellationToken));
        await _time.PassUntilAsync(_worker.DisposeAsync().AsTask());

        Assert.Throws<ObjectDisposedException>(_worker.Start);
        Assert.Throws<ObjectDisposedException>(() => _worker.Subscribe("a", (_, _) => Task.FromResult(TaskOutcome.Completed())));
        Assert.False(_worker.IsActive);
    }

    [Fact]
    public async Task A_topic_without_AutoOpen_is_polled_from_opening_to_closing()
    {
        var worker = ExternalTaskWorker.Create(
            options =>
            {
                options.BaseAddress = InMemoryEngine.BaseAddress;
                options.Topics["b"] = new() { AutoOpen = false };
            },
            builder =>
            {
                Build(builder);
                builder.AddHandler("a", (_, _) => Task.FromResult(TaskOutcome.Completed())).AddHandler("b", (_, _) => Task.FromResult(TaskOutcome.Completed()));
            });
        Assert.Contains("Topics with a handler: a, b", Assert.Throws<ArgumentException>(() => worker.Open("c")).Message);
        Assert.Contains("Topics:a:AutoOpen", Assert.Throws<InvalidOperationException>(() => worker.Open("a")).Message);

        worker.Start();
        _engine.Start("b");
        _engine.Start("a");
        await _log.SeeAsync("TaskCompleted");
        Assert.Null(Assert.Single(_engine.ExternalTasks).WorkerId);

        var b = worker.Open("b");
        Assert.Same(b, worker.Open("b"));
        await _log.SeeAsync("TaskCompleted", 2);
        Assert.Empty(_engine.ExternalTasks);

        await _time.PassUntilAsync(b.CloseAsync(TestContext.Current.CancellationToken));
        Assert.NotSame(b, worker.Open("b"));
        _engine.Start("b");
        await _time.PassUntilAsync(_log.SeeAsync("TaskCompleted", 3));
        await _time.PassUntilAsync(worker.DisposeAsync().AsTask());
    }

    private static int Most(IEnumerable<EventLog.Entry> entries, string begin, string end)
    {
        var (now, most) = (0, 0);
        foreach (var entry in entries)
        {
            now += entry.Event == begin ? 1 : entry.Event == end ? -1 : 0;
            most = Math.Max(most, now);
        }

        return most;
    }
}
