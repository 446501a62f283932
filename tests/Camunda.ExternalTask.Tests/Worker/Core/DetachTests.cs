using Camunda.ExternalTask.Worker.Core;

namespace Camunda.ExternalTask.Tests.Worker.Core;

/// <summary>A detached task leaves the worker with a lock of the lock duration.</summary>
public class DetachTests
{
    private static readonly TimeSpan FetchLock = TimeSpan.FromSeconds(10);

    [Fact]
    public void A_fetch_lock_is_extended_before_the_task_ends()
    {
        var harness = WithFetchLock();
        var task = harness.Running();
        harness.Advance(TimeSpan.FromSeconds(1));

        harness.End(task, TaskOutcome.Detached());

        harness.Single(WorkerActionKind.ExtendLock);
        Assert.True(harness.Core.NeedsLockCall(harness.Now, task));
        Assert.Equal(1, harness.Core.InFlight);
        harness.AnswerLock(task);
        Assert.Equal(0, harness.Core.InFlight);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(400, 0)]
    [InlineData(404, 0)]
    public void Only_an_answer_of_the_engine_ends_the_task(int status, int inFlight)
    {
        var harness = WithFetchLock();
        var task = harness.Running();
        harness.End(task, TaskOutcome.Detached());

        harness.AnswerLock(task, isRelock: status == 400, status switch { 400 => CoreHarness.Stolen, 404 => CoreHarness.Gone, _ => CoreHarness.Refused });

        Assert.Equal(inFlight, harness.Core.InFlight);
    }

    [Fact]
    public void An_expired_lock_is_made_again()
    {
        var harness = WithFetchLock();
        var task = harness.Running();
        task.Lock.Until = harness.Now;

        harness.End(task, TaskOutcome.Detached());

        harness.Single(WorkerActionKind.Relock);
        harness.None(WorkerActionKind.ExtendLock);
    }

    [Fact]
    public void An_expired_lock_is_made_again_although_it_was_extended_before()
    {
        var harness = WithFetchLock();
        var task = harness.Running();
        harness.Advance(FetchLock / 2);
        harness.AnswerLock(task);
        task.Lock.Until = harness.Now;

        harness.End(task, TaskOutcome.Detached());

        harness.Single(WorkerActionKind.Relock);
        Assert.Equal(1, harness.Core.InFlight);
    }

    [Fact]
    public void A_task_that_is_delivered_again_before_its_lock_was_made_longer_runs_again()
    {
        var harness = WithFetchLock();
        var task = harness.Running();
        harness.End(task, TaskOutcome.Detached());
        harness.AnswerLock(task, error: CoreHarness.Refused);

        harness.AnswerPoll(harness.Group.LongPoll!, harness.Task(task.Fetched.TaskId));

        Assert.NotSame(task, harness.Single(WorkerActionKind.StartHandler).Task);
        Assert.Same(task, harness.Reported(WorkerEventKind.LockLost).Task);
        Assert.Equal(1, harness.Core.InFlight);
    }

    [Fact]
    public void A_pending_extension_is_enough()
    {
        var harness = WithFetchLock();
        var task = harness.Running();
        harness.Advance(FetchLock / 2);
        harness.Single(WorkerActionKind.ExtendLock);

        harness.End(task, TaskOutcome.Detached());

        harness.None(WorkerActionKind.ExtendLock);
        harness.AnswerLock(task);
        Assert.Equal(0, harness.Core.InFlight);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_lock_that_was_extended_needs_no_further_call(bool byHandler)
    {
        var harness = WithFetchLock();
        var task = harness.Running();
        if (byHandler)
        {
            harness.Play(core => core.LockExtended(harness.Now, task, TimeSpan.FromMinutes(5), task.Lock.WorkerId));
        }
        else
        {
            harness.Advance(FetchLock / 2);
            harness.AnswerLock(task);
        }

        harness.End(task, TaskOutcome.Detached());

        harness.None(WorkerActionKind.ExtendLock);
        Assert.Equal(0, harness.Core.InFlight);
    }

    [Fact]
    public void The_lock_of_a_new_delivery_is_a_fetch_lock_again()
    {
        var harness = WithFetchLock();
        var task = harness.Running();
        harness.Play(core => core.LockExtended(harness.Now, task, TimeSpan.FromMinutes(5), task.Lock.WorkerId));
        harness.AnswerPoll(harness.Group.LongPoll!, harness.Task(task.Fetched.TaskId));

        harness.End(task, TaskOutcome.Detached());

        harness.Single(WorkerActionKind.ExtendLock);
    }

    private static CoreHarness WithFetchLock() => CoreHarness.Started(change: static plan => plan.WithFetchLock(FetchLock));
}
