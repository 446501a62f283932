using Camunda.ExternalTask.Testing;
using Camunda.ExternalTask.Worker.Shell;

namespace Camunda.ExternalTask.Tests.Worker.Shell;

/// <summary>What a starting worker does with the tasks of a process that is dead.</summary>
public class PredecessorTests
{
    private static readonly WorkerIdentity Dead = new("bench", ProcessSpace.Machine, int.MaxValue, "ffffff");

    private static string DeadWorker => Dead.Own + "#1";

    [Fact]
    public async Task A_detached_task_keeps_its_own_lock_and_a_worker_of_the_next_process_spares_it_but_not_what_was_left_behind()
    {
        await using var bench = new WorkerBench();
        bench.Time.AutoAdvanceAmount = TimeSpan.FromMilliseconds(1);
        await LeaveAsync(bench, static (predecessor, task) => predecessor.ExtendLockAsync(task, TimeSpan.FromHours(1), TestContext.Current.CancellationToken));

        await bench.StartAsync((_, _) => Task.FromResult(TaskOutcome.Detached()));
        await bench.Log.SeeAsync("OrphansFound");
        bench.StartInstance();
        await bench.Log.SeeAsync("TaskDetached", 2);

        Assert.Equal(3, bench.Engine.ExternalTasks.Count(task => task.WorkerId is not null));
        Assert.Single(bench.Engine.ExternalTasks, static task => task.WorkerId == DeadWorker);
        Assert.DoesNotContain(bench.Network.Paths, path => path.EndsWith("/complete", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_task_that_waits_for_its_next_try_keeps_waiting()
    {
        await using var bench = new WorkerBench();
        bench.Time.AutoAdvanceAmount = TimeSpan.FromMilliseconds(1);
        await LeaveAsync(bench, static (predecessor, task) => predecessor.HandleFailureAsync(
            task, "not now", null, 2, TimeSpan.FromSeconds(30), cancellationToken: TestContext.Current.CancellationToken));

        await bench.StartAsync((_, _) => Task.FromResult(TaskOutcome.Completed()));
        await bench.Log.SeeAsync("OrphansFound");
        await bench.Log.SeeAsync("TaskCompleted");

        Assert.Equal((DeadWorker, "not now"), Assert.Single(bench.Engine.ExternalTasks.Select(static task => (task.WorkerId, task.ErrorMessage))));
        Assert.Single(bench.Network.Paths, static path => path.EndsWith("/extendLock", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_task_that_another_process_has_taken_over_is_not_unlocked()
    {
        await using var bench = new WorkerBench();
        bench.StartInstance();
        using var predecessor = Client(bench, DeadWorker);
        using var other = Client(bench, "other");
        var task = Assert.Single(await predecessor.FetchAndLockAsync(new([new("topic", TimeSpan.FromSeconds(60))]), TestContext.Current.CancellationToken));
        bench.Network.Next("/extendLock", async send =>
        {
            await predecessor.UnlockAsync(task, TestContext.Current.CancellationToken);
            await other.LockAsync(task.TaskId, TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
            return await send();
        });

        await bench.StartAsync((_, _) => Task.FromResult(TaskOutcome.Completed()));
        await bench.Log.SeeAsync("OrphanReleaseFailed");

        Assert.Equal("other", Assert.Single(bench.Engine.ExternalTasks).WorkerId);
        Assert.DoesNotContain(bench.Network.Paths, static path => path.EndsWith("/unlock", StringComparison.Ordinal));
    }

    private static ExternalTaskClient Client(WorkerBench bench, string workerId) =>
        new(new HttpClient(bench.Engine.CreateHandler()), new() { BaseAddress = InMemoryEngine.BaseAddress, WorkerId = workerId });

    /// <summary>Two tasks are locked by a process that has died; something was done with the first of them before.</summary>
    private static async Task LeaveAsync(WorkerBench bench, Func<ExternalTaskClient, FetchedTask, Task> treat)
    {
        bench.StartInstance();
        bench.StartInstance();
        using var predecessor = Client(bench, DeadWorker);
        var tasks = await predecessor.FetchAndLockAsync(new([new("topic", TimeSpan.FromSeconds(60))]), TestContext.Current.CancellationToken);
        await treat(predecessor, tasks[0]);
    }
}
