using Microsoft.Extensions.DependencyInjection;

namespace Camunda.ExternalTask.Tests.Worker.Shell;

/// <summary>How a worker starts and stops with its host.</summary>
public class HostedWorkerTests
{
    [Fact]
    [Trait("Situation", "61")]
    public async Task Case147_Stopping_lets_a_running_handler_finish_and_leaves_nothing_locked()
    {
        await using var bench = new WorkerBench();
        var finish = new TaskCompletionSource<TaskOutcome>(TaskCreationOptions.RunContinuationsAsynchronously);
        await bench.StartAsync((_, _) => finish.Task, options => options.MaxConcurrency = 1);
        var first = bench.StartInstance();
        bench.StartInstance();
        await bench.Log.SeeAsync("TaskStarted");

        var stopping = bench.StopAsync();
        finish.SetResult(TaskOutcome.Completed());
        await bench.Log.SeeAsync("TaskCompleted");
        await stopping;

        Assert.Equal(["end"], bench.Engine.EndEvents(first));
        Assert.All(bench.Engine.ExternalTasks, task => Assert.Null(task.WorkerId));
    }

    [Fact]
    public async Task A_handler_that_outlasts_the_grace_is_cancelled_and_its_task_is_released()
    {
        await using var bench = new WorkerBench();
        await bench.StartAsync(async (_, cancellationToken) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            return TaskOutcome.Completed();
        });
        bench.StartInstance();
        await bench.Log.SeeAsync("TaskStarted");

        // The clock runs instead of jumping, so that the worker can extend the lock: the aborted poll, which the engine keeps, would take a task whose lock has expired.
        var stopping = bench.StopAsync();
        await bench.PassUntilAsync(() => bench.Log.CountOf("TaskReleased") > 0);
        await bench.Time.PassUntilAsync(stopping);

        Assert.Null(Assert.Single(bench.Engine.ExternalTasks).WorkerId);
        Assert.Equal(0, bench.Log.CountOf("TaskFailed"));
    }

    [Fact]
    public async Task Options_that_cannot_work_stop_the_host_at_its_start()
    {
        await using var bench = new WorkerBench();

        var exception = await Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(
            () => bench.StartAsync((_, _) => Task.FromResult(TaskOutcome.Completed()), options => options.LockDuration = TimeSpan.Zero));

        Assert.Contains("LockDuration", exception.Message);
    }

    [Fact]
    public async Task Without_auto_start_a_hosted_worker_polls_once_it_is_started()
    {
        await using var bench = new WorkerBench();
        bench.StartInstance();
        await bench.StartAsync((_, _) => Task.FromResult(TaskOutcome.Completed()), options => options.AutoStart = false);
        Assert.False(bench.Worker.IsActive);
        Assert.Empty(bench.Network.Paths);

        bench.Worker.Start();
        await bench.Log.SeeAsync("TaskCompleted");

        Assert.True(bench.Worker.IsActive);
    }

    [Fact]
    public async Task A_hosted_worker_that_was_stopped_by_hand_does_not_keep_its_host()
    {
        await using var bench = new WorkerBench();
        await bench.StartAsync((_, _) => Task.FromResult(TaskOutcome.Completed()));
        bench.Time.Advance(TimeSpan.FromSeconds(3));
        await bench.Worker.StopAsync(TestContext.Current.CancellationToken);
        bench.Time.Advance(TimeSpan.FromSeconds(2));

        await bench.StopAsync();

        Assert.Equal(1, bench.Log.CountOf("WorkerStopped"));
    }
}
