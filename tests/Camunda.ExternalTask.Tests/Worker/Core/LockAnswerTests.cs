using Camunda.ExternalTask.Worker.Core;

namespace Camunda.ExternalTask.Tests.Worker.Core;

/// <summary>What the answers to lock calls change, and what they report.</summary>
public class LockAnswerTests
{
    private static readonly TimeSpan Lock = TimeSpan.FromSeconds(60);

    [Fact]
    public void An_extension_is_reported_with_its_task_and_the_time_that_the_lock_has_left()
    {
        var harness = CoreHarness.Started();
        var task = Extending(harness);

        harness.Play(core => core.LockAnswered(harness.Now, task, isRelock: false, harness.Now - TimeSpan.FromSeconds(2), null));

        var extended = harness.Reported(WorkerEventKind.LockExtended);
        Assert.Same(task, extended.Task);
        Assert.Equal(TimeSpan.FromSeconds(58), extended.Duration);
    }

    [Fact]
    public void An_extension_by_the_handler_is_reported_in_the_same_way()
    {
        var harness = CoreHarness.Started();
        var task = harness.Running();
        harness.Advance(TimeSpan.FromSeconds(10));

        harness.Play(core => core.LockExtended(harness.Now, task, harness.Now + TimeSpan.FromMinutes(3), task.Lock.WorkerId));

        var extended = harness.Reported(WorkerEventKind.LockExtended);
        Assert.Same(task, extended.Task);
        Assert.Equal(TimeSpan.FromMinutes(3), extended.Duration);
    }

    [Fact]
    public void Failed_extensions_and_failed_reacquisitions_are_reported_as_such()
    {
        var harness = CoreHarness.Started();
        var task = Extending(harness);

        harness.AnswerLock(task, error: CoreHarness.Expired);
        Assert.Equal([WorkerEventKind.LockExtensionFailed], harness.Events);
        Assert.Same(CoreHarness.Expired, harness.Reported(WorkerEventKind.LockExtensionFailed).Error);
        Assert.Same(task, harness.Reported(WorkerEventKind.LockExtensionFailed).Task);

        harness.AnswerLock(task, isRelock: true, CoreHarness.Refused);
        Assert.Equal([WorkerEventKind.LockReacquisitionFailed], harness.Events);

        harness.Advance(TimeSpan.FromSeconds(40));
        harness.AnswerLock(task, isRelock: true);
        Assert.Equal([WorkerEventKind.LockReacquired], harness.Events);
    }

    [Fact]
    public void A_lock_answer_after_the_end_of_the_task_is_not_reported()
    {
        var harness = CoreHarness.Started();
        var task = Extending(harness);
        harness.End(task);
        harness.AnswerSettle(task);

        harness.AnswerLock(task, error: CoreHarness.Refused);

        Assert.Empty(harness.Actions);
    }

    [Fact]
    public void A_failure_that_says_nothing_about_the_lock_is_repeated_under_the_new_worker_id()
    {
        var harness = CoreHarness.Started();
        var task = Extending(harness);
        harness.AnswerPoll(harness.Group.LongPoll!, harness.Task(task.Fetched.TaskId));

        harness.AnswerLock(task, error: CoreHarness.Refused);

        Assert.Equal(TimeSpan.FromSeconds(6.25), task.Lock.CallAt - harness.Now);
    }

    [Fact]
    public void After_an_answer_that_concerns_the_old_lock_the_new_one_is_extended_at_its_half_time()
    {
        var harness = CoreHarness.Started();
        var task = Extending(harness);
        var again = harness.Group.LongPoll!;
        harness.AnswerPoll(again, harness.Task(task.Fetched.TaskId));
        harness.Running();
        harness.Advance(Lock / 2);

        // The core woke up while the call was pending.
        harness.AnswerLock(task, error: CoreHarness.Expired);
        harness.Advance(Lock / 2);

        Assert.Same(task, harness.Single(WorkerActionKind.ExtendLock).Task);
        harness.AnswerLock(task);
        Assert.Equal(again.WorkerId, task.Lock.WorkerId);
    }

    [Fact]
    public void A_delivery_at_the_end_of_the_lock_that_a_late_answer_confirms_keeps_its_worker_id()
    {
        var harness = CoreHarness.Started();
        var task = Extending(harness);
        var sentAt = harness.Now;
        harness.Advance(Lock);
        var again = harness.Group.LongPoll!;
        harness.AnswerPoll(again, harness.Task(task.Fetched.TaskId));

        harness.Play(core => core.LockAnswered(harness.Now, task, isRelock: false, sentAt, null));

        Assert.Equal(again.WorkerId, task.Lock.WorkerId);
    }

    [Fact]
    public void A_call_after_a_new_delivery_uses_the_new_worker_id()
    {
        var harness = CoreHarness.Started();
        var task = harness.Running();
        harness.Advance(TimeSpan.FromSeconds(10));
        var again = harness.Group.LongPoll!;
        harness.AnswerPoll(again, harness.Task(task.Fetched.TaskId));
        harness.Advance(Lock / 2);
        harness.Single(WorkerActionKind.ExtendLock);

        Assert.Equal(again.WorkerId, task.Lock.CallAs);
    }

    [Fact]
    public void A_call_that_had_to_wait_goes_out_under_the_worker_id_of_the_moment()
    {
        var harness = CoreHarness.Started();
        var task = Extending(harness);
        var again = harness.Group.LongPoll!;
        harness.AnswerPoll(again, harness.Task(task.Fetched.TaskId));
        harness.Advance(Lock / 2);

        Assert.True(harness.Core.NeedsLockCall(harness.Now, task));
        Assert.Equal(again.WorkerId, task.Lock.CallAs);
    }

    [Fact]
    public void A_call_that_had_to_wait_gives_way_to_a_failure()
    {
        var harness = CoreHarness.Started();
        var task = Extending(harness);
        harness.End(task, new TaskFailure("no"));
        harness.None(WorkerActionKind.Settle);
        var isNeeded = true;

        harness.Play(core => isNeeded = core.NeedsLockCall(harness.Now, task));

        Assert.False(isNeeded);
        Assert.Same(task, harness.Single(WorkerActionKind.Settle).Task);
    }

    [Fact]
    public void A_call_that_is_not_needed_does_not_stop_later_extensions()
    {
        var harness = CoreHarness.Started();
        var task = harness.Running();
        harness.Advance(TimeSpan.FromSeconds(10));
        harness.Running();
        harness.Advance(TimeSpan.FromSeconds(20));
        harness.Play(core => core.LockExtended(harness.Now, task, harness.Now + TimeSpan.FromHours(1), task.Lock.WorkerId));

        // The core wakes for the other task while the call is still pending.
        harness.Advance(TimeSpan.FromSeconds(10));
        Assert.False(harness.Core.NeedsLockCall(harness.Now, task));
        harness.Advance(TimeSpan.FromMinutes(30));

        Assert.Same(task, harness.Single(WorkerActionKind.ExtendLock).Task);
    }

    private static WorkerTask Extending(CoreHarness harness)
    {
        var task = harness.Running();
        harness.Advance(Lock / 2);
        harness.Single(WorkerActionKind.ExtendLock);
        return task;
    }
}
