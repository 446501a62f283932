using Camunda.ExternalTask.Worker.Core;

namespace Camunda.ExternalTask.Tests.Worker.Core;

/// <summary>Lost tasks, repeated deliveries, and faults of the back-off strategy: what is reported, and what follows.</summary>
public class LossTests
{
    [Fact]
    public void A_lost_lock_is_reported_with_its_task_and_its_time()
    {
        var harness = CoreHarness.Started();
        var task = Lost(harness);

        Assert.Equal(new Occurrence(WorkerEventKind.LockLost) { Task = task, Error = CoreHarness.Stolen }, harness.Reported(WorkerEventKind.LockLost));
        Assert.Equal(harness.Now, task.CanceledAt);
    }

    [Fact]
    public void A_task_of_an_unknown_topic_is_named()
    {
        var harness = CoreHarness.Started();

        harness.AnswerPoll(harness.Group.LongPoll!, harness.Task(id: "stray", topic: "other"));

        Assert.Equal("stray", harness.Reported(WorkerEventKind.UnknownTopic).TaskId);
    }

    [Fact]
    public void A_repeated_delivery_is_reported()
    {
        var harness = CoreHarness.Started();
        var task = harness.Running();

        harness.AnswerPoll(harness.Group.LongPoll!, harness.Task(task.Fetched.TaskId));

        Assert.Equal(task.Fetched.TaskId, harness.Reported(WorkerEventKind.DuplicateDelivery).Task!.Fetched.TaskId);
    }

    [Fact]
    public void The_task_of_a_handler_has_the_worker_id_of_the_lock_that_it_holds()
    {
        var harness = CoreHarness.Started();
        var task = harness.Running();
        var again = harness.Group.LongPoll!;
        Assert.NotEqual(again.WorkerId, task.Fetched.WorkerId);

        harness.AnswerPoll(again, harness.Task(task.Fetched.TaskId));

        Assert.Equal(again.WorkerId, task.Fetched.WorkerId);
    }

    [Fact]
    public void A_delivery_that_waits_for_a_lost_handler_is_released_by_a_stop()
    {
        var harness = CoreHarness.Started();
        var task = Lost(harness);
        harness.AnswerPoll(harness.Group.LongPoll!, harness.Task(task.Fetched.TaskId));
        harness.Stop();
        harness.AnswerPoll(harness.Group.LongPoll!);

        harness.End(task);

        harness.None(WorkerActionKind.StartHandler);
        var successor = harness.Single(WorkerActionKind.Settle).Task;
        Assert.NotSame(task, successor);
        Assert.Equal((1, 0, 1), (harness.Core.InFlight, harness.Group.Running, harness.Group.Settling));
        harness.AnswerSettle(successor);
        Assert.Equal((0, 0), (harness.Core.InFlight, harness.Group.Settling));
        harness.Single(WorkerActionKind.Stopped);
    }

    [Fact]
    public void A_strategy_that_fails_is_reported_with_its_exception_and_one_that_returns_too_long_a_delay_with_the_delay()
    {
        var reason = new InvalidOperationException("mine");
        var harness = WithStrategy();
        harness.FailPoll(harness.Group.LongPoll!, CoreHarness.Refused);
        var poll = harness.Single(WorkerActionKind.ChooseBackoff).Poll;
        Assert.Contains("fetchAndLock", poll.Result!.Error!.Message);
        harness.Play(core => core.BackoffChosen(harness.Now, poll, default, reason));
        Assert.Equal(new Occurrence(WorkerEventKind.BackoffStrategyFailed) { Poll = poll, Exception = reason }, harness.Reported(WorkerEventKind.BackoffStrategyFailed));

        harness = WithStrategy();
        harness.FailPoll(harness.Group.LongPoll!, CoreHarness.Refused);
        poll = harness.Single(WorkerActionKind.ChooseBackoff).Poll;
        harness.Play(core => core.BackoffChosen(harness.Now, poll, TimeSpan.FromDays(2), null));
        Assert.Contains("2.00:00:00", harness.Reported(WorkerEventKind.BackoffStrategyFailed).Exception!.Message);
    }

    [Fact]
    public void A_strategy_may_return_a_day()
    {
        var harness = WithStrategy();
        harness.FailPoll(harness.Group.LongPoll!, new(503, "busy") { RetryAfter = TimeSpan.FromSeconds(7) });
        var poll = harness.Single(WorkerActionKind.ChooseBackoff).Poll;
        Assert.Equal(TimeSpan.FromSeconds(7), poll.Result!.RetryAfter);

        harness.Play(core => core.BackoffChosen(harness.Now, poll, TimeSpan.FromDays(1), null));

        Assert.Equal(TimeSpan.FromDays(1), harness.Group.PollNotBefore);
    }

    private static CoreHarness WithStrategy() => CoreHarness.Started(change: static plan => plan with { Backoff = new() { Strategy = static _ => TimeSpan.Zero } });

    private static WorkerTask Lost(CoreHarness harness)
    {
        var task = harness.Running();
        harness.Advance(harness.LockDuration / 2);
        harness.AnswerLock(task, error: CoreHarness.Stolen);
        harness.AnswerLock(task, isRelock: true, CoreHarness.Stolen);
        return task;
    }
}
