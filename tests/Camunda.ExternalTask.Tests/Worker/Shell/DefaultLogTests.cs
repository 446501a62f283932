using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Camunda.ExternalTask.Tests.Worker.Shell;

/// <summary>What a worker writes to the log at level Information.</summary>
public class DefaultLogTests
{
    private static readonly Func<ExternalTaskContext, CancellationToken, Task<TaskOutcome>> Complete = (_, _) => Task.FromResult(TaskOutcome.Completed());

    [Fact]
    public async Task Only_the_first_task_of_a_topic_is_logged_by_default()
    {
        await using var bench = new WorkerBench();
        bench.StartInstance();
        bench.StartInstance();

        await bench.StartAsync(Complete);
        await bench.Log.SeeAsync("TaskCompleted", 2);

        var first = Assert.Single(bench.Log.Entries, entry => entry.Event == "FirstTaskStarted");
        Assert.Equal(LogLevel.Information, first.Level);
        Assert.Matches("^Started the first task .+ of topic topic; ", first.Message);
        Assert.All(bench.Log.Entries.Where(entry => entry.Event is "TaskStarted" or "TaskCompleted"), entry => Assert.Equal(LogLevel.Debug, entry.Level));
    }

    [Fact]
    public async Task The_tasks_of_a_minute_are_summed_up_once_and_an_idle_worker_is_silent()
    {
        await using var bench = new WorkerBench();
        var n = 0;
        for (var i = 0; i < 4; i++)
        {
            bench.StartInstance();
        }

        await bench.StartAsync((_, _) => Task.FromResult(Interlocked.Increment(ref n) switch
        {
            1 => new TaskFailure("no"),
            2 => TaskOutcome.Incident("never"),
            3 => new BpmnError("REFUSED"),
            _ => TaskOutcome.Completed(),
        }));
        foreach (var name in (string[])["TaskFailed", "IncidentCreated", "BpmnErrorReported", "TaskCompleted"])
        {
            await bench.Log.SeeAsync(name);
        }

        bench.Time.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(0, bench.Log.CountOf("WorkSummary"));
        bench.Time.Advance(TimeSpan.FromSeconds(1));
        await bench.Log.SeeAsync("WorkSummary");
        var summary = Assert.Single(bench.Log.Entries, entry => entry.Event == "WorkSummary");
        Assert.Equal(LogLevel.Information, summary.Level);
        Assert.Matches("^Completed [12], failed 1, incidents 1, BPMN errors 1$", summary.Message);

        await bench.PassUntilAsync(() => bench.Log.CountOf("TaskCompleted") == 2);
        bench.Time.Advance(TimeSpan.FromMinutes(1));
        var count = bench.Log.CountOf("WorkSummary");
        bench.Time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(count, bench.Log.CountOf("WorkSummary"));
    }

    [Fact]
    public async Task Summaries_can_be_turned_off_and_a_stop_writes_the_last_one()
    {
        foreach (var (interval, expected) in ((TimeSpan, int)[])[(TimeSpan.Zero, 0), (TimeSpan.FromHours(1), 1)])
        {
            await using var bench = new WorkerBench();
            bench.StartInstance();
            await bench.StartAsync(Complete, options => options.SummaryInterval = interval);
            await bench.Log.SeeAsync("TaskCompleted");

            await bench.Time.PassUntilAsync(bench.StopAsync());

            Assert.Equal(expected, bench.Log.CountOf("WorkSummary"));
        }
    }

    [Fact]
    public async Task Entries_name_the_worker_if_there_are_several()
    {
        var log = new EventLog();
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log);
        await using var engine = new Testing.InMemoryEngine();
        foreach (var name in (string[])["", "orders"])
        {
            builder.Services
                .AddCamundaExternalTasks(name, static options => options.BaseAddress = Testing.InMemoryEngine.BaseAddress)
                .ConfigurePrimaryHttpMessageHandler(_ => engine.CreateHandler())
                .AddHandler("topic", Complete);
        }

        using var host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);
        await host.StopAsync(TestContext.Current.CancellationToken);

        var started = log.Entries.Where(entry => entry.Event == "WorkerStarted").Select(entry => entry.Message.Split(' ')[0]);
        Assert.Equal(["[default]", "[orders]"], started.Order());
    }

    [Fact]
    public async Task A_long_handler_is_reported_once_and_is_visible_in_health()
    {
        await using var bench = new WorkerBench();
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var started = new TaskCompletionSource();
        bench.StartInstance();
        await bench.StartAsync(
            async (_, _) =>
            {
                started.SetResult();
                await release.Task;
                return TaskOutcome.Completed();
            },
            options =>
            {
                options.LockDuration = options.FetchLockDuration = TimeSpan.FromDays(1);
                options.Topics["topic"] = new() { LongRunningAfter = TimeSpan.FromMinutes(2) };
            });
        await started.Task;
        bench.Time.Advance(TimeSpan.FromSeconds(119));
        Assert.Equal((0, 0), (bench.Log.CountOf("HandlerRunsLong"), bench.Worker.ReadHealth().Core.LongRunningHandlers));

        bench.Time.Advance(TimeSpan.FromSeconds(1));
        await bench.Log.SeeAsync("HandlerRunsLong");
        Assert.Equal(1, bench.Worker.ReadHealth().Core.LongRunningHandlers);
        bench.Time.Advance(TimeSpan.FromHours(1));
        var entry = Assert.Single(bench.Log.Entries, entry => entry.Event == "HandlerRunsLong");
        Assert.Equal(LogLevel.Warning, entry.Level);
        Assert.EndsWith("still runs after 00:02:00", entry.Message, StringComparison.Ordinal);

        release.SetResult();
        await bench.Log.SeeAsync("TaskCompleted");
        Assert.Equal(0, bench.Worker.ReadHealth().Core.LongRunningHandlers);
    }

    [Fact]
    public async Task A_handler_that_runs_longer_than_allowed_is_canceled_and_its_task_fails()
    {
        await using var bench = new WorkerBench();
        var started = new TaskCompletionSource();
        bench.StartInstance();
        await bench.StartAsync(
            async (_, cancellationToken) =>
            {
                started.TrySetResult();
                await Task.Delay(Timeout.Infinite, cancellationToken);
                return TaskOutcome.Completed();
            },
            options =>
            {
                options.LockDuration = options.FetchLockDuration = TimeSpan.FromDays(1);
                options.MaxDuration = TimeSpan.FromMinutes(20);
            });
        await started.Task;

        bench.Time.Advance(TimeSpan.FromMinutes(20));

        await bench.Log.SeeAsync("TaskFailed");
        var entry = bench.Log.Entries.First(entry => entry.Event == "TaskFailed");
        Assert.IsType<TimeoutException>(entry.Exception);
        Assert.Contains("2 retries left", entry.Message, StringComparison.Ordinal);
        Assert.Contains("longer than MaxDuration (00:20:00)", entry.Message, StringComparison.Ordinal);
        Assert.Equal(1, bench.Log.CountOf("HandlerRunsLong"));
    }
}
