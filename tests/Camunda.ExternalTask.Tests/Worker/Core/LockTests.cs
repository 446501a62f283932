using Camunda.ExternalTask.Worker.Core;

namespace Camunda.ExternalTask.Tests.Worker.Core;

public class LockTests
{
    [Fact]
    public void A_lock_is_extended_at_half_time_and_again_at_half_time_of_that()
    {
        var harness = CoreHarness.Started();
        var task = harness.Running();

        harness.Advance(TimeSpan.FromSeconds(29.9));
        harness.None(WorkerActionKind.ExtendLock);
        harness.Advance(TimeSpan.FromSeconds(0.2));
        Assert.Same(task, harness.Single(WorkerActionKind.ExtendLock).Task);

        harness.AnswerLock(task);
        Assert.Equal(harness.Now + harness.LockDuration, task.Lock.Until);
        harness.Advance(TimeSpan.FromSeconds(30));
        harness.Single(WorkerActionKind.ExtendLock);
    }

    [Fact]
    [Trait("Situation", "34")]
    [Trait("Situation", "35")]
    public void The_time_left_is_counted_on_the_engine_s_clock()
    {
        var harness = CoreHarness.Started();
        var fetched = harness.Task(lockExpirationTime: "2031-05-05T00:00:41.000+0000");

        harness.Play(core => core.PollAnswered(harness.Now, harness.Group.LongPoll!, new([fetched], DateTimeOffset.Parse("2031-05-05T00:00:00Z"), null)));

        Assert.Equal(harness.Now + TimeSpan.FromSeconds(40), harness.Single(WorkerActionKind.StartHandler).Task.Lock.Until);
    }

    [Theory]
    [InlineData("2031-05-04T23:00:00.000+0000")]
    [InlineData("2031-05-05T09:00:00.000+0000")]
    [Trait("Situation", "34")]
    public void An_absurd_time_left_counts_as_the_lock_duration(string lockExpirationTime)
    {
        var harness = CoreHarness.Started();
        var fetched = harness.Task(lockExpirationTime: lockExpirationTime);

        harness.Play(core => core.PollAnswered(harness.Now, harness.Group.LongPoll!, new([fetched], DateTimeOffset.Parse("2031-05-05T00:00:00Z"), null)));

        Assert.Equal(harness.Now + harness.LockDuration, harness.Single(WorkerActionKind.StartHandler).Task.Lock.Until);
    }

    [Fact]
    public void A_failed_extension_is_tried_several_times_before_the_lock_ends()
    {
        var harness = CoreHarness.Started();
        var task = harness.Running();
        harness.Advance(TimeSpan.FromSeconds(30));
        var tries = 0;

        while (harness.Actions.Any(action => action.Kind == WorkerActionKind.ExtendLock) && harness.Now < task.Lock.Until)
        {
            tries++;
            harness.AnswerLock(task, error: CoreHarness.Refused);
            harness.Advance(task.Lock.CallAt - harness.Now);
        }

        Assert.True(tries >= 4, $"only {tries} tries");
        Assert.Equal(CancelReason.None, task.Canceled);
    }

    [Fact]
    [Trait("Situation", "59")]
    public void Case038a_An_expired_lock_is_taken_again_and_the_handler_continues()
    {
        var harness = CoreHarness.Started();
        var task = harness.Running();
        harness.Advance(TimeSpan.FromSeconds(30));

        harness.AnswerLock(task, error: CoreHarness.Expired);
        harness.Single(WorkerActionKind.Relock);
        harness.AnswerLock(task, isRelock: true);

        Assert.Contains(WorkerEventKind.LockReacquired, harness.Events);
        harness.End(task);
        Assert.Same(task, harness.Single(WorkerActionKind.Settle).Task);
    }

    [Fact]
    [Trait("Situation", "58")]
    public void A_lock_held_by_another_worker_cancels_the_handler_and_its_result_is_dropped()
    {
        var harness = CoreHarness.Started();
        var task = harness.Running();
        harness.Advance(TimeSpan.FromSeconds(30));
        harness.AnswerLock(task, error: CoreHarness.Stolen);

        harness.AnswerLock(task, isRelock: true, error: CoreHarness.Stolen);

        Assert.Equal(CancelReason.LockLost, harness.Single(WorkerActionKind.CancelHandler).Reason);
        harness.End(task);
        harness.None(WorkerActionKind.Settle);
        Assert.Contains(WorkerEventKind.ResultDropped, harness.Events);
        Assert.Equal(0, harness.Core.InFlight);
    }

    [Fact]
    [Trait("Situation", "29")]
    public void A_task_that_is_gone_cancels_the_handler()
    {
        var harness = CoreHarness.Started();
        var task = harness.Running();
        harness.Advance(TimeSpan.FromSeconds(30));

        harness.AnswerLock(task, error: CoreHarness.Gone);

        Assert.Equal(CancelReason.Gone, harness.Single(WorkerActionKind.CancelHandler).Reason);
        Assert.Contains(WorkerEventKind.TaskGone, harness.Events);
    }

    [Fact]
    [Trait("Situation", "31")]
    public void The_task_of_a_suspended_instance_is_locked_because_its_lock_cannot_be_extended()
    {
        var harness = CoreHarness.Started();
        var task = harness.Running();
        harness.Advance(TimeSpan.FromSeconds(30));

        harness.AnswerLock(task, error: CoreHarness.Suspended);

        harness.None(WorkerActionKind.CancelHandler);
        harness.Single(WorkerActionKind.Relock);
        harness.AnswerLock(task, isRelock: true);
        harness.Advance(TimeSpan.FromSeconds(30));
        harness.Single(WorkerActionKind.ExtendLock);
    }

    [Fact]
    public void The_lock_is_kept_while_the_result_is_on_its_way()
    {
        var harness = CoreHarness.Started();
        harness.Settling();

        harness.Advance(TimeSpan.FromSeconds(30));

        harness.Single(WorkerActionKind.ExtendLock);
    }

    [Fact]
    [Trait("Situation", "39")]
    [Trait("Situation", "60")]
    public void A_task_that_comes_again_while_its_handler_runs_is_not_run_twice_and_its_new_lock_counts()
    {
        var harness = CoreHarness.Started();
        var task = harness.Running();
        var again = harness.Group.LongPoll!;

        harness.AnswerPoll(again, harness.Task(id: task.Fetched.TaskId));

        harness.None(WorkerActionKind.StartHandler);
        Assert.Equal(again.WorkerId, task.Lock.WorkerId);
        harness.End(task);
        Assert.Equal(again.WorkerId, harness.Single(WorkerActionKind.Settle).Task.Lock.WorkerId);
    }

    [Fact]
    [Trait("Situation", "60")]
    public void A_task_that_comes_again_after_its_handler_lost_it_waits_for_that_handler()
    {
        var harness = CoreHarness.Started();
        var task = harness.Running();
        harness.Advance(TimeSpan.FromSeconds(30));
        harness.AnswerLock(task, error: CoreHarness.Stolen);
        harness.AnswerLock(task, isRelock: true, error: CoreHarness.Stolen);

        harness.AnswerPoll(harness.Group.LongPoll!, harness.Task(id: task.Fetched.TaskId));
        harness.None(WorkerActionKind.StartHandler);
        harness.End(task);

        var successor = harness.Single(WorkerActionKind.StartHandler).Task;
        Assert.NotSame(task, successor);
        Assert.Equal(1, harness.Group.Running);
        harness.End(successor);
        harness.AnswerSettle(successor);
        Assert.Equal(0, harness.Group.Running);
        Assert.Equal(0, harness.Core.InFlight);
    }

    [Fact]
    public void A_call_that_waited_for_the_handler_s_own_is_not_needed_any_more()
    {
        var harness = CoreHarness.Started();
        var task = harness.Running();
        harness.Advance(TimeSpan.FromSeconds(30));
        harness.Single(WorkerActionKind.ExtendLock);
        var needed = true;
        harness.Play(core => needed = core.NeedsLockCall(harness.Now, task));
        Assert.True(needed);

        harness.Play(core => core.LockExtended(harness.Now, task, harness.Now + TimeSpan.FromHours(1), task.Lock.WorkerId));
        harness.Play(core => needed = core.NeedsLockCall(harness.Now, task));

        Assert.False(needed);
        harness.Advance(TimeSpan.FromMinutes(29));
        harness.None(WorkerActionKind.ExtendLock);
        harness.Advance(TimeSpan.FromMinutes(1.1));
        harness.Single(WorkerActionKind.ExtendLock);
    }

    [Fact]
    public void A_failed_extension_of_the_handler_makes_the_worker_check_the_lock()
    {
        var harness = CoreHarness.Started();
        var task = harness.Running();

        harness.Play(core => core.LockExtensionFailed(harness.Now, task));
        harness.Advance(TimeSpan.FromMilliseconds(1));

        harness.Single(WorkerActionKind.ExtendLock);
    }

    [Fact]
    public void An_extension_of_the_handler_under_an_old_worker_id_does_not_count()
    {
        var harness = CoreHarness.Started();
        var task = harness.Running();

        harness.Play(core => core.LockExtended(harness.Now, task, harness.Now + TimeSpan.FromHours(1), "w#99"));
        harness.Advance(TimeSpan.FromMilliseconds(1));

        harness.Single(WorkerActionKind.ExtendLock);
    }

    [Fact]
    public void A_check_does_not_shorten_the_lock_that_the_handler_asked_for()
    {
        var harness = CoreHarness.Started();
        var task = harness.Running();
        harness.Play(core => core.LockExtended(harness.Now, task, harness.Now + TimeSpan.FromHours(1), task.Lock.WorkerId));

        harness.Play(core => core.LockExtensionFailed(harness.Now, task));
        harness.Advance(TimeSpan.FromMilliseconds(1));

        Assert.InRange(harness.Single(WorkerActionKind.ExtendLock).Task.Lock.CallDuration, TimeSpan.FromMinutes(59), TimeSpan.FromHours(1));
    }
}
