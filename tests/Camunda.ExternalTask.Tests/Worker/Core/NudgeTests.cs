using Camunda.ExternalTask.Worker.Core;

namespace Camunda.ExternalTask.Tests.Worker.Core;

public class NudgeTests
{
    private static readonly RetryCycle TwoSeconds = RetryCycle.Repeat(3, TimeSpan.FromSeconds(2));

    [Fact]
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
    public void Poll_and_nudge_together_never_ask_for_more_than_the_slots()
    {
        var harness = CoreHarness.Started(slots: 3, retryCycle: TwoSeconds);
        harness.AnswerSettle(harness.Settling(new TaskFailure("no")));
        harness.AnswerPoll(harness.Group.LongPoll!);

        harness.Advance(TimeSpan.FromSeconds(2.1));

        Assert.Equal(2, harness.Group.LongPoll!.MaxTasks);
        Assert.Equal(1, harness.Group.NudgePoll!.MaxTasks);
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
}
