using Camunda.ExternalTask.Worker.Core;

namespace Camunda.ExternalTask.Tests.Worker.Core;

/// <summary>Races that the simulation found.</summary>
public sealed class SimulatedRaceTests
{
    private static readonly TimeSpan LockDuration = TimeSpan.FromSeconds(60);

    [Fact]
    public void A_release_without_an_answer_is_looked_up_instead_of_repeated()
    {
        var harness = CoreHarness.Started();
        var task = harness.Settling(TaskOutcome.Released());

        harness.AnswerSettle(task, CoreHarness.LostAnswer);

        harness.None(WorkerActionKind.Settle);
        var sweep = harness.Single(WorkerActionKind.ListOrphans).Sweep;
        Assert.Equal(task.Lock.WorkerId, sweep.WorkerId);
        harness.AnswerList(sweep, "another", task.Fetched.TaskId);
        Assert.Equal(task.Fetched.TaskId, harness.Single(WorkerActionKind.UnlockOrphan).Orphan.TaskId);
    }

    [Fact]
    public void A_release_that_never_reached_the_engine_is_repeated()
    {
        var harness = CoreHarness.Started();
        var task = harness.Settling(TaskOutcome.Released());

        harness.AnswerSettle(task, CoreHarness.Refused);
        harness.Advance(TimeSpan.FromSeconds(1));

        harness.Single(WorkerActionKind.Settle);
    }

    [Fact]
    public void A_task_whose_lock_has_expired_is_not_released_blindly()
    {
        var harness = CoreHarness.Started();
        var task = harness.Running();
        harness.Advance(LockDuration / 2);
        harness.AnswerLock(task, error: CoreHarness.Refused);
        harness.Advance(LockDuration);

        harness.End(task, TaskOutcome.Released());
        harness.AnswerLock(task, isRelock: true, CoreHarness.Stolen);

        harness.None(WorkerActionKind.Settle);
        Assert.Equal(task.Lock.WorkerId, harness.Single(WorkerActionKind.ListOrphans).Sweep.WorkerId);
        Assert.Equal(0, harness.Core.InFlight);
    }

    [Fact]
    public void A_result_that_is_refused_after_the_lock_was_made_again_is_sent_again()
    {
        var harness = CoreHarness.Started();
        var task = Relocking(harness);
        harness.End(task);
        harness.Advance(TimeSpan.FromMilliseconds(10));
        harness.AnswerLock(task, isRelock: true);

        harness.AnswerSettle(task, CoreHarness.Stolen);

        harness.Single(WorkerActionKind.Settle);
    }

    [Fact]
    public void A_result_that_is_refused_while_a_lock_call_is_pending_waits_for_the_call()
    {
        var harness = CoreHarness.Started();
        var task = Relocking(harness);
        harness.End(task);

        harness.AnswerSettle(task, CoreHarness.Stolen);
        harness.None(WorkerActionKind.Settle);
        harness.AnswerLock(task, isRelock: true);

        harness.Single(WorkerActionKind.Settle);
    }

    [Fact]
    public void A_delivery_does_not_end_a_release_that_waits_for_a_lock_call()
    {
        var harness = CoreHarness.Started();
        var task = Relocking(harness);
        harness.End(task, TaskOutcome.Released());

        harness.AnswerPoll(harness.Group.LongPoll!, harness.Task(task.Fetched.TaskId));

        harness.None(WorkerActionKind.StartHandler);
        harness.AnswerLock(task, isRelock: true, CoreHarness.Stolen);
        harness.Single(WorkerActionKind.Settle);
    }

    [Fact]
    public void A_lock_call_that_succeeds_under_the_old_worker_id_decides_who_holds_the_lock()
    {
        var harness = CoreHarness.Started();
        var task = Relocking(harness);
        var old = task.Lock.WorkerId;
        harness.AnswerPoll(harness.Group.LongPoll!, harness.Task(task.Fetched.TaskId));
        Assert.NotEqual(old, task.Lock.WorkerId);

        harness.AnswerLock(task, isRelock: true);

        Assert.Equal(old, task.Lock.WorkerId);
    }

    [Fact]
    public void A_successor_whose_lock_has_expired_does_not_start()
    {
        var harness = CoreHarness.Started();
        var task = Lost(harness);
        harness.AnswerPoll(harness.Group.LongPoll!, harness.Task(task.Fetched.TaskId));
        harness.Advance(LockDuration * 2);

        harness.End(task);

        harness.None(WorkerActionKind.StartHandler);
        Assert.Equal(0, harness.Core.InFlight);
        Assert.Equal(0, harness.Group.Running);
    }

    [Fact]
    public void A_newer_delivery_replaces_the_successor()
    {
        var harness = CoreHarness.Started();
        var task = Lost(harness);
        harness.AnswerPoll(harness.Group.LongPoll!, harness.Task(task.Fetched.TaskId));
        harness.Advance(LockDuration * 2);
        harness.AnswerPoll(harness.Group.LongPoll!);
        harness.Advance(TimeSpan.FromSeconds(1));
        harness.AnswerPoll(harness.Group.LongPoll!, harness.Task(task.Fetched.TaskId));

        harness.End(task);

        harness.Single(WorkerActionKind.StartHandler);
        Assert.Equal(1, harness.Group.Running);
    }

    [Fact]
    public void A_list_that_waited_is_not_acted_on()
    {
        var harness = CoreHarness.Started();
        harness.FailPoll(harness.Group.LongPoll!, CoreHarness.LostAnswer);
        var sweep = harness.Single(WorkerActionKind.ListOrphans).Sweep;
        harness.Advance(TimeSpan.FromSeconds(6));

        harness.AnswerList(sweep, "orphan");

        harness.None(WorkerActionKind.UnlockOrphan);
        Assert.Same(sweep, harness.Single(WorkerActionKind.ListOrphans).Sweep);
    }

    [Fact]
    [Trait("Situation", "23")]
    public void A_task_whose_lock_has_expired_in_an_answer_that_came_too_late_does_not_run()
    {
        var harness = CoreHarness.Started();
        harness.Advance(TimeSpan.FromSeconds(20) + LockDuration);
        harness.AnswerPoll(harness.Group.LongPoll!, harness.Task());

        harness.None(WorkerActionKind.StartHandler);
        Assert.Equal(0, harness.Group.Running);
        harness.Single(WorkerActionKind.SendPoll);
    }

    [Fact]
    public void A_task_that_does_not_run_because_of_the_delay_of_its_answer_is_released()
    {
        var harness = CoreHarness.Started();
        harness.Advance(TimeSpan.FromSeconds(20) + LockDuration);
        harness.AnswerPoll(harness.Group.LongPoll!, harness.Task("late"));

        var sweep = harness.Single(WorkerActionKind.ListOrphans).Sweep;
        harness.AnswerList(sweep, "late");

        Assert.Equal("late", harness.Single(WorkerActionKind.UnlockOrphan).Orphan.TaskId);
    }

    [Fact]
    public void The_delay_of_an_answer_is_seen_from_the_time_of_the_engine()
    {
        var harness = CoreHarness.Started();
        var poll = harness.Group.LongPoll!;
        var delay = new AnswerDelay();
        var date = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

        Assert.Equal(TimeSpan.Zero, delay.Of(TimeSpan.FromSeconds(1), poll, date));
        Assert.Equal(TimeSpan.Zero, delay.Of(TimeSpan.FromSeconds(4), poll, date + TimeSpan.FromSeconds(2)));
        Assert.Equal(TimeSpan.FromSeconds(9), delay.Of(TimeSpan.FromSeconds(14), poll, date + TimeSpan.FromSeconds(3)));
    }

    /// <summary>A task whose lock has expired and is being made again.</summary>
    private static WorkerTask Relocking(CoreHarness harness)
    {
        var task = harness.Running();
        harness.Advance(LockDuration / 2);
        harness.AnswerLock(task, error: CoreHarness.Expired);
        harness.Single(WorkerActionKind.Relock);
        return task;
    }

    /// <summary>A task whose handler runs although it was told that it lost the task.</summary>
    private static WorkerTask Lost(CoreHarness harness)
    {
        var task = Relocking(harness);
        harness.AnswerLock(task, isRelock: true, CoreHarness.Stolen);
        harness.Single(WorkerActionKind.CancelHandler);
        return task;
    }
}
