using Camunda.ExternalTask.Protocol;
using Camunda.ExternalTask.Worker.Core;

namespace Camunda.ExternalTask.Tests.Worker.Core;

public class NudgeTests
{
    private static readonly RetryCycle TwoSeconds = RetryCycle.Repeat(3, TimeSpan.FromSeconds(2));

    [Fact]
    [Trait("Situation", "37")]
    public void A_retry_that_falls_due_behind_a_pending_poll_is_fetched_at_once()
    {
        var harness = CoreHarness.Started(retryCycle: TwoSeconds);
        harness.AnswerSettle(harness.Settling(new TaskFailure("no")));

        harness.Advance(TimeSpan.FromMilliseconds(1900));
        harness.None(WorkerActionKind.SendPoll);
        harness.Advance(TimeSpan.FromMilliseconds(200));

        var nudge = harness.Single(WorkerActionKind.SendPoll).Poll;
        Assert.False(nudge.IsLong);
        Assert.Same(nudge, harness.Group.NudgePoll);
    }

    [Fact]
    public void A_nudge_uses_the_slots_that_the_pending_poll_has_reserved()
    {
        var harness = CoreHarness.Started(slots: 1, retryCycle: TwoSeconds);
        harness.AnswerSettle(harness.Settling(new TaskFailure("no")));
        Assert.Equal(1, harness.Group.LongPoll!.MaxTasks);

        harness.Advance(TimeSpan.FromSeconds(2.1));

        Assert.Equal(1, harness.Group.NudgePoll!.MaxTasks);
    }

    [Fact]
    public void Tasks_beyond_the_slots_are_released()
    {
        var harness = CoreHarness.Started(slots: 1, retryCycle: TwoSeconds);
        harness.AnswerSettle(harness.Settling(new TaskFailure("no")));
        harness.Advance(TimeSpan.FromSeconds(2.1));

        harness.AnswerPoll(harness.Group.LongPoll!, harness.Task("new"));
        harness.Single(WorkerActionKind.StartHandler);
        harness.AnswerPoll(harness.Group.NudgePoll!, harness.Task("due"));

        harness.None(WorkerActionKind.StartHandler);
        var surplus = harness.Single(WorkerActionKind.Settle).Task;
        Assert.Equal(("due", SettlementKind.Unlock), (surplus.Fetched.TaskId, surplus.Settlement!.Kind));
    }

    [Fact]
    public void A_retry_that_falls_due_while_all_slots_are_busy_is_fetched_when_one_becomes_free()
    {
        var harness = CoreHarness.Started(slots: 2, retryCycle: TwoSeconds);
        harness.AnswerSettle(harness.Settling(new TaskFailure("no")));
        var first = harness.Running();
        harness.AnswerPoll(harness.Group.LongPoll!, harness.Task());
        Assert.Null(harness.Group.LongPoll);
        harness.Advance(TimeSpan.FromSeconds(2.1));
        harness.None(WorkerActionKind.SendPoll);

        harness.End(first);

        harness.Single(WorkerActionKind.SendPoll);
    }

    [Fact]
    public void A_poll_that_was_sent_after_the_retry_fell_due_needs_no_nudge()
    {
        var harness = CoreHarness.Started(retryCycle: TwoSeconds);
        harness.AnswerSettle(harness.Settling(new TaskFailure("no")));
        var tasks = Enumerable.Range(0, 4).Select(_ => harness.Task()).ToArray();
        harness.AnswerPoll(harness.Group.LongPoll!, tasks);
        var running = harness.Actions.First(action => action.Kind == WorkerActionKind.StartHandler).Task;
        harness.Advance(TimeSpan.FromSeconds(2.1));

        harness.End(running);

        Assert.True(harness.Single(WorkerActionKind.SendPoll).Poll.IsLong);
    }

    [Fact]
    public void Retries_that_fall_due_together_need_one_nudge()
    {
        var harness = CoreHarness.Started(retryCycle: TwoSeconds);
        for (var i = 0; i < 3; i++)
        {
            harness.AnswerSettle(harness.Settling(new TaskFailure("no")));
        }

        harness.Advance(TimeSpan.FromSeconds(2.1));
        harness.Single(WorkerActionKind.SendPoll);
        harness.AnswerPoll(harness.Group.NudgePoll!);
        harness.Advance(TimeSpan.FromSeconds(5));

        harness.None(WorkerActionKind.SendPoll);
    }

    [Fact]
    public void An_incident_needs_no_nudge()
    {
        var harness = CoreHarness.Started(retryCycle: TwoSeconds);
        harness.AnswerSettle(harness.Settling(TaskOutcome.Incident("no")));

        harness.Advance(TimeSpan.FromSeconds(10));

        harness.None(WorkerActionKind.SendPoll);
    }

    [Fact]
    public void After_a_lost_answer_the_worker_fetches_when_the_fetch_lock_has_expired()
    {
        var harness = CoreHarness.Started(change: static plan => plan.WithFetchLock(TimeSpan.FromSeconds(10)));
        harness.FailPoll(harness.Group.LongPoll!, CoreHarness.LostAnswer);
        harness.Advance(TimeSpan.FromSeconds(1));
        var waiting = harness.Group.LongPoll!;

        harness.Advance(TimeSpan.FromSeconds(9.1));

        var nudge = Assert.Single(harness.Actions, action => action.Kind == WorkerActionKind.SendPoll && action.Poll != waiting).Poll;
        Assert.Equal(TimeSpan.Zero, nudge.Timeout);
    }
}
