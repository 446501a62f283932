using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Camunda.ExternalTask.Tests.Worker.Shell;

public class WorkerTests
{
    [Fact]
    public async Task Instances_run_to_their_end()
    {
        await using var bench = new WorkerBench();
        List<string> instances = [.. Enumerable.Range(0, 300).Select(_ => bench.StartInstance())];

        await bench.StartAsync((_, _) => Task.FromResult(TaskOutcome.Completed()));
        await bench.Log.SeeAsync("TaskCompleted", 300);

        Assert.All(instances, id => Assert.Equal(["end"], bench.Engine.EndEvents(id)));
        Assert.Empty(bench.Engine.RunningInstances);
    }

    [Fact]
    public async Task Case151_A_worker_without_failures_says_little_at_Information()
    {
        await using var bench = new WorkerBench();
        await bench.StartAsync((_, _) => Task.FromResult(TaskOutcome.Completed()));
        bench.StartInstance();
        await bench.Log.SeeAsync("TaskCompleted");

        Assert.Equal(["WorkerStarted", "FirstTaskStarted"], bench.Log.Entries.Where(entry => entry is { Level: >= LogLevel.Information, Event: not "" }).Select(entry => entry.Event));
    }

    [Fact]
    public async Task A_BPMN_error_goes_the_way_of_the_model()
    {
        await using var bench = new WorkerBench();
        var instance = bench.StartInstance();

        await bench.StartAsync((_, _) => throw new BpmnErrorException("REFUSED"));
        await bench.Log.SeeAsync("BpmnErrorReported");

        Assert.Equal(["refused"], bench.Engine.EndEvents(instance));
    }

    [Fact]
    [Trait("Situation", "37")]
    public async Task A_failed_task_is_tried_again_the_moment_its_time_has_come_although_a_poll_is_pending()
    {
        await using var bench = new WorkerBench();
        await bench.StartAsync((task, _) => task.Task.Retries is null ? throw new InvalidOperationException("now and then") : Task.FromResult(TaskOutcome.Completed()));
        var instance = bench.StartInstance();
        await bench.Log.SeeAsync("TaskFailed");
        Assert.Equal(0, bench.Log.CountOf("TaskCompleted"));

        bench.Time.Advance(TimeSpan.FromSeconds(10.1));
        await bench.Log.SeeAsync("TaskCompleted");

        Assert.Equal(["end"], bench.Engine.EndEvents(instance));
        Assert.Empty(bench.Engine.Incidents);
    }

    [Fact]
    public async Task Case150_A_task_that_fails_for_good_becomes_one_incident_after_its_retries()
    {
        await using var bench = new WorkerBench();
        await bench.StartAsync((_, _) => throw new InvalidOperationException("always"));
        bench.StartInstance();
        await bench.Log.SeeAsync("TaskFailed");
        bench.Time.Advance(TimeSpan.FromSeconds(10.1));
        await bench.Log.SeeAsync("TaskFailed", 2);
        bench.Time.Advance(TimeSpan.FromSeconds(10.1));
        await bench.Log.SeeAsync("IncidentCreated");

        Assert.Equal("always", Assert.Single(bench.Engine.Incidents).Message);
        var entry = Assert.Single(bench.Log.Entries, entry => entry.Event == "IncidentCreated");
        Assert.Equal("always", entry.Exception!.Message);
        Assert.Equal(LogLevel.Error, entry.Level);
    }

    [Fact]
    [Trait("Situation", "32")]
    public async Task A_wrong_input_fails_its_own_task_with_an_incident_that_names_the_variable_and_its_neighbours_complete()
    {
        await using var bench = new WorkerBench();
        List<string> good = [.. Enumerable.Range(0, 20).Select(i => bench.StartInstance(new Dictionary<string, object?> { ["amount"] = i }))];
        var bad = bench.StartInstance(new Dictionary<string, object?> { ["amount"] = "a secret" });

        await bench.StartAsync(worker => worker.AddHandler<DoubleAmount>());
        await bench.Log.SeeAsync("TaskCompleted", 20);
        await bench.Log.SeeAsync("IncidentCreated");

        var incident = Assert.Single(bench.Engine.Incidents);
        Assert.Equal(bad, incident.ProcessInstanceId);
        Assert.Contains("'amount'", incident.Message);
        Assert.Contains("String", incident.Message);
        Assert.Contains("int", incident.Message);
        Assert.DoesNotContain("a secret", incident.Message);
        Assert.All(good, id => Assert.Equal(["end"], bench.Engine.EndEvents(id)));
    }

    [Fact]
    [Trait("Situation", "4")]
    public async Task What_a_lost_fetch_answer_left_locked_runs_at_once_and_not_after_its_lock()
    {
        await using var bench = new WorkerBench();
        bench.Network.LoseAnswer("fetchAndLock");
        var instance = bench.StartInstance();

        await bench.StartAsync((_, _) => Task.FromResult(TaskOutcome.Completed()));
        await bench.Log.SeeAsync("OrphansFound");
        bench.Time.Advance(TimeSpan.FromSeconds(1));
        await bench.Log.SeeAsync("TaskCompleted");

        Assert.Equal(["end"], bench.Engine.EndEvents(instance));
    }

    [Fact]
    [Trait("Situation", "1")]
    public async Task Case056_A_lost_answer_to_a_completion_is_not_a_failure_and_the_handler_runs_once()
    {
        await using var bench = new WorkerBench();
        var runs = 0;
        bench.Network.LoseAnswer("complete");
        var instance = bench.StartInstance();

        await bench.StartAsync((_, _) =>
        {
            Interlocked.Increment(ref runs);
            return Task.FromResult(TaskOutcome.Completed());
        });
        await bench.Log.SeeAsync("ResultRetried");
        bench.Time.Advance(TimeSpan.FromSeconds(1));
        await bench.Log.SeeAsync("ResultAssumedDone");

        Assert.Equal(1, runs);
        Assert.Equal(["end"], bench.Engine.EndEvents(instance));
        Assert.DoesNotContain(bench.Log.Entries, entry => entry.Level >= LogLevel.Warning);
    }

    [Fact]
    [Trait("Situation", "11")]
    public async Task Case026_A_login_page_instead_of_the_engine_is_named_and_polled_gently()
    {
        await using var bench = new WorkerBench();
        bench.Network.Answer("fetchAndLock", () => new(HttpStatusCode.OK) { Content = new StringContent("<html>Login</html>", null, "text/html") });
        bench.Network.Answer("fetchAndLock", () => new(HttpStatusCode.OK) { Content = new StringContent("<html>Login</html>", null, "text/html") });

        await bench.StartAsync((_, _) => Task.FromResult(TaskOutcome.Completed()));
        await bench.Log.SeeAsync("PollFailed");
        bench.Time.Advance(TimeSpan.FromSeconds(1));
        await bench.Log.SeeAsync("OutageBegan");

        Assert.Contains("text/html", bench.Log.Entries.Single(entry => entry.Event == "OutageBegan").Message);
    }

    [Fact]
    public async Task Case125a_Refused_credentials_are_an_outage_with_the_cause_in_its_line()
    {
        await using var bench = new WorkerBench();
        bench.Network.Answer("fetchAndLock", () => new(HttpStatusCode.Unauthorized) { Content = new StringContent("") });

        await bench.StartAsync((_, _) => Task.FromResult(TaskOutcome.Completed()));
        await bench.Log.SeeAsync("OutageBegan");

        Assert.Contains("credentials", bench.Log.Entries.Single(entry => entry.Event == "OutageBegan").Message);
    }

    [Fact]
    [Trait("Situation", "76")]
    public async Task A_long_handler_keeps_its_lock()
    {
        await using var bench = new WorkerBench();
        var finish = new TaskCompletionSource<TaskOutcome>(TaskCreationOptions.RunContinuationsAsynchronously);
        await bench.StartAsync((_, _) => finish.Task);
        bench.StartInstance();
        await bench.Log.SeeAsync("TaskStarted");

        for (var extensions = 1; extensions <= 5; extensions++)
        {
            bench.Time.Advance(TimeSpan.FromSeconds(extensions == 1 ? 6 : 31));
            await bench.Log.SeeAsync("LockExtended", extensions);
        }

        finish.SetResult(TaskOutcome.Completed());
        await bench.Log.SeeAsync("TaskCompleted");
    }

    [Fact]
    [Trait("Situation", "28")]
    public async Task A_task_whose_instance_is_deleted_cancels_its_handler_and_tells_it_why()
    {
        await using var bench = new WorkerBench();
        var lost = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await bench.StartAsync(async (task, cancellationToken) =>
        {
            await using var registration = task.LockLost.Register(lost.SetResult);
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            return TaskOutcome.Completed();
        });
        var instance = bench.StartInstance();
        await bench.Log.SeeAsync("TaskStarted");
        using var client = bench.Engine.CreateClient();
        await client.DeleteInstanceAsync(instance, TestContext.Current.CancellationToken);

        bench.Time.Advance(TimeSpan.FromSeconds(31));
        await bench.Log.SeeAsync("ResultDropped");

        await lost.Task;
        Assert.Equal(1, bench.Log.CountOf("TaskGone"));
    }

    [Fact]
    [Trait("Situation", "54")]
    public async Task Every_task_has_a_scope_of_services_of_its_own_which_is_gone_with_it()
    {
        await using var bench = new WorkerBench();
        bench.Services.AddScoped<ScopedService>();
        List<string> instances = [.. Enumerable.Range(0, 3).Select(i => bench.StartInstance(new Dictionary<string, object?> { ["amount"] = i }))];
        var before = ScopedService.Disposed;

        await bench.StartAsync(worker => worker.AddHandler<UseScopedService>());
        await bench.Log.SeeAsync("TaskCompleted", instances.Count);

        Assert.Equal(before + 3, ScopedService.Disposed);
    }

    [Fact]
    public async Task Case149_What_a_handler_logs_carries_its_task()
    {
        await using var bench = new WorkerBench();
        bench.StartInstance();
        await bench.StartAsync((_, _) => Task.FromResult(TaskOutcome.Completed()));
        await bench.Log.SeeAsync("TaskCompleted");

        Assert.Contains(bench.Log.Scopes, scope => scope.Contains("topic", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Situation", "66")]
    public async Task Case131_A_strategy_that_throws_is_logged_once_and_the_loop_lives()
    {
        await using var bench = new WorkerBench();
        await bench.StartAsync(
            (_, _) => Task.FromResult(TaskOutcome.Completed()), options => options.Backoff.Strategy = _ => throw new InvalidOperationException("A strategy that fails."));
        for (var i = 1; i <= 3; i++)
        {
            bench.StartInstance();
            await bench.Log.SeeAsync("TaskCompleted", i);
        }

        var logged = Assert.Single(bench.Log.Entries, entry => entry.Event == "BackoffStrategyFailed");
        Assert.Equal("A strategy that fails.", logged.Exception!.Message);
    }
}
