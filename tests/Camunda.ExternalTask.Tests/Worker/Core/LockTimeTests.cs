using Camunda.ExternalTask.Protocol;
using Camunda.ExternalTask.Worker.Core;

namespace Camunda.ExternalTask.Tests.Worker.Core;

/// <summary>The moments and the timeouts of lock calls.</summary>
public class LockTimeTests
{
    private static readonly TimeSpan Lock = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData("2031-05-05T00:00:01.000+0000", 60)]
    [InlineData("2031-05-05T00:00:01.001+0000", 0.001)]
    [InlineData("2031-05-05T00:01:02.000+0000", 61)]
    [InlineData("2031-05-05T00:01:02.001+0000", 60)]
    public void The_time_left_is_used_from_zero_to_the_lock_duration_and_a_second(string lockExpirationTime, double seconds)
    {
        var harness = CoreHarness.Started();
        var fetched = harness.Task(lockExpirationTime: lockExpirationTime);

        harness.Play(core => core.PollAnswered(harness.Now, harness.Group.LongPoll!, new([fetched], DateTimeOffset.Parse("2031-05-05T00:00:00Z"), null)));

        Assert.Equal(TimeSpan.FromSeconds(seconds), harness.Single(WorkerActionKind.StartHandler).Task.Lock.Until - harness.Now);
    }

    [Theory]
    [InlineData(5, 55)]
    [InlineData(59, 1)]
    public void The_delay_of_an_answer_shortens_the_lock(int delay, int left)
    {
        var harness = CoreHarness.Started();
        harness.Advance(TimeSpan.FromSeconds(20 + delay));

        var task = harness.Running();

        Assert.Equal(TimeSpan.FromSeconds(left), task.Lock.Until - harness.Now);
    }

    [Fact]
    public void A_pending_lock_call_is_not_repeated()
    {
        var harness = CoreHarness.Started();
        harness.Running();
        harness.Advance(Lock / 4);
        harness.Running();
        harness.Advance(Lock / 4);
        harness.Single(WorkerActionKind.ExtendLock);

        // The core wakes for the other task.
        harness.Advance(Lock / 4);

        harness.Single(WorkerActionKind.ExtendLock);
    }

    [Fact]
    public void The_lock_of_a_task_that_is_lost_is_not_extended()
    {
        var harness = CoreHarness.Started();
        var task = harness.Running();
        harness.Running();
        harness.Advance(Lock / 2);
        harness.AnswerLock(task, error: CoreHarness.Gone);

        harness.Advance(Lock);

        Assert.DoesNotContain(harness.Actions, action => action.Kind is WorkerActionKind.ExtendLock or WorkerActionKind.Relock && action.Task == task);
    }

    [Fact]
    public void The_lock_of_a_held_task_is_not_extended()
    {
        var harness = CoreHarness.Started();
        var task = harness.Settling();
        harness.AnswerSettle(task, CoreHarness.Suspended);

        harness.Advance(Lock);

        harness.None(WorkerActionKind.ExtendLock);
        harness.None(WorkerActionKind.Relock);
    }

    [Fact]
    public void A_failure_that_waits_for_its_next_attempt_keeps_its_lock()
    {
        var harness = CoreHarness.Started();
        var task = harness.Settling(new TaskFailure("no"));
        harness.AnswerSettle(task, new EngineError(503, "busy") { RetryAfter = TimeSpan.FromSeconds(40) });

        harness.Advance(Lock / 2);

        Assert.Same(task, harness.Single(WorkerActionKind.ExtendLock).Task);
    }

    [Fact]
    public void Each_task_is_extended_in_its_turn()
    {
        var harness = CoreHarness.Started();
        var first = harness.Running();
        harness.Advance(TimeSpan.FromSeconds(10));
        var second = harness.Running();
        harness.Advance(TimeSpan.FromSeconds(20));
        Assert.Same(first, harness.Single(WorkerActionKind.ExtendLock).Task);

        harness.Advance(TimeSpan.FromSeconds(10));

        Assert.Same(second, harness.Single(WorkerActionKind.ExtendLock).Task);
    }

    [Theory]
    [InlineData(0, 3750)]
    [InlineData(29_800, 50)]
    [InlineData(30_000, 1000)]
    [InlineData(40_000, 1000)]
    public void A_failed_call_is_repeated_after_an_eighth_of_the_time_left(int answeredAfter, int wait)
    {
        var harness = CoreHarness.Started();
        var task = harness.Running();
        harness.Advance(Lock / 2);
        harness.Advance(TimeSpan.FromMilliseconds(answeredAfter));

        harness.AnswerLock(task, error: CoreHarness.Refused);

        Assert.Equal(TimeSpan.FromMilliseconds(wait), task.Lock.CallAt - harness.Now);
    }

    [Fact]
    public void A_call_may_take_a_third_of_the_time_left_but_at_least_a_second()
    {
        var harness = CoreHarness.Started();
        var task = harness.Running();
        harness.Advance(Lock / 2);
        Assert.Equal(TimeSpan.FromSeconds(10), task.Lock.CallTimeout);

        harness.Advance(TimeSpan.FromSeconds(28));
        harness.AnswerLock(task, error: CoreHarness.Refused);
        harness.Advance(task.Lock.CallAt - harness.Now);
        Assert.Equal(TimeSpan.FromSeconds(1), task.Lock.CallTimeout);

        harness.AnswerLock(task, error: CoreHarness.Expired);
        harness.Single(WorkerActionKind.Relock);
        Assert.Equal(TimeSpan.FromSeconds(5), task.Lock.CallTimeout);
    }

    [Fact]
    public void The_lock_of_a_suspended_instance_is_tried_again_after_five_seconds()
    {
        var harness = CoreHarness.Started();
        var task = harness.Running();
        harness.Advance(Lock / 2);

        harness.AnswerLock(task, error: CoreHarness.Suspended);
        harness.AnswerLock(task, isRelock: true, CoreHarness.Suspended);

        Assert.Equal(TimeSpan.FromSeconds(5), task.Lock.CallAt - harness.Now);
    }

    [Fact]
    public void An_adopted_lock_is_checked_at_once()
    {
        var harness = CoreHarness.Started();
        var task = harness.Running();
        harness.Advance(TimeSpan.FromSeconds(1));
        var lost = harness.Group.LongPoll!;
        harness.FailPoll(lost, CoreHarness.LostAnswer);

        harness.AnswerList(harness.Actions.Last(action => action.Kind == WorkerActionKind.ListOrphans).Sweep, task.Fetched.TaskId);
        harness.Advance(TimeSpan.Zero);

        Assert.Same(task, harness.Single(WorkerActionKind.ExtendLock).Task);
        Assert.Equal(lost.WorkerId, task.Lock.WorkerId);
    }

    [Fact]
    public void A_lock_that_was_confirmed_when_the_list_was_requested_is_not_adopted()
    {
        var harness = CoreHarness.Started();
        var task = harness.Running();
        var own = task.Lock.WorkerId;
        harness.FailPoll(harness.Group.LongPoll!, CoreHarness.LostAnswer);

        harness.AnswerList(harness.Actions.Last(action => action.Kind == WorkerActionKind.ListOrphans).Sweep, task.Fetched.TaskId);

        Assert.Equal(own, task.Lock.WorkerId);
    }
}
