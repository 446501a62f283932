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
        var isPolling = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        bench.Network.Next("fetchAndLock", static send => send());
        bench.Network.Next("fetchAndLock", send =>
        {
            var answer = send();
            isPolling.TrySetResult();
            return answer;
        });
        await bench.StartAsync(async (_, cancellationToken) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            return TaskOutcome.Completed();
        });
        bench.StartInstance();
        await bench.Log.SeeAsync("TaskStarted");

        // A poll that reached the engine only behind the jump of the clock would wait there, for nobody, and take the task that is given back.
        await isPolling.Task;
        var stopping = bench.StopAsync();
        bench.Time.Advance(TimeSpan.FromSeconds(25.1));
        await bench.Log.SeeAsync("TaskReleased");
        await stopping;

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
