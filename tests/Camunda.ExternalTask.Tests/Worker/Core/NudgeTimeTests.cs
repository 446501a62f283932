using Camunda.ExternalTask.Protocol;
using Camunda.ExternalTask.Worker.Core;

namespace Camunda.ExternalTask.Tests.Worker.Core;

/// <summary>The moments of nudges.</summary>
public class NudgeTimeTests
{
    [Fact]
    public void A_nudge_goes_out_five_milliseconds_after_the_retry_fell_due_for_the_slots_without_a_handler()
    {
        var harness = CoreHarness.Started(slots: 4);
        harness.Running();
        Fail(harness, 2);

        harness.Advance(TimeSpan.FromMilliseconds(2004));
        harness.None(WorkerActionKind.SendPoll);
        harness.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Equal(3, harness.Single(WorkerActionKind.SendPoll).Poll.MaxTasks);
    }

    [Fact]
    public void A_second_nudge_waits_for_the_answer_to_the_first_and_for_an_interval()
    {
        var harness = CoreHarness.Started();
        Fail(harness, 2);
        Fail(harness, 2.1);
        harness.Advance(TimeSpan.FromMilliseconds(2150));
        var nudge = harness.Single(WorkerActionKind.SendPoll).Poll;

        harness.AnswerPoll(nudge);
        harness.None(WorkerActionKind.SendPoll);
        harness.Advance(TimeSpan.FromMilliseconds(54));
        harness.None(WorkerActionKind.SendPoll);
        harness.Advance(TimeSpan.FromMilliseconds(1));

        Assert.False(harness.Single(WorkerActionKind.SendPoll).Poll.IsLong);
    }

    [Fact]
    public void A_nudge_waits_for_the_back_off_after_a_failed_one()
    {
        var harness = CoreHarness.Started();
        Fail(harness, 2);
        Fail(harness, 3);
        harness.Advance(TimeSpan.FromMilliseconds(2005));
        harness.FailPoll(harness.Group.NudgePoll!, new EngineError(503, "busy") { RetryAfter = TimeSpan.FromSeconds(7) });

        harness.Advance(TimeSpan.FromSeconds(6.9));
        harness.None(WorkerActionKind.SendPoll);
        harness.Advance(TimeSpan.FromSeconds(0.1));

        Assert.False(harness.Single(WorkerActionKind.SendPoll).Poll.IsLong);
    }

    [Fact]
    public void A_stopping_worker_aborts_an_old_nudge_once()
    {
        var harness = CoreHarness.Started();
        harness.Running();
        Fail(harness, 2);
        harness.Advance(TimeSpan.FromMilliseconds(2005));
        var nudge = harness.Group.NudgePoll!;
        harness.Advance(TimeSpan.FromSeconds(3));

        harness.Stop();
        Assert.Contains(harness.Actions, action => action.Kind == WorkerActionKind.AbortPoll && action.Poll == nudge);
        harness.Advance(TimeSpan.FromSeconds(30));

        harness.None(WorkerActionKind.AbortPoll);
    }

    private static void Fail(CoreHarness harness, double retryAfter) =>
        harness.AnswerSettle(harness.Settling(new TaskFailure("no") { Retries = 1, RetryTimeout = TimeSpan.FromSeconds(retryAfter) }));
}
