using Camunda.ExternalTask.Worker.Core;

namespace Camunda.ExternalTask.Tests.Worker.Core;

/// <summary>A stop ends although a call is never answered: on a clock that stands still a call's timeout does not end it.</summary>
public class UnansweredStopTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_look_for_orphans_that_is_never_answered_does_not_hold_a_stop(bool keepSweeping)
    {
        var harness = StoppedAfterAbort(keepSweeping);
        harness.FailPoll(harness.Group.LongPoll!, CoreHarness.LostAnswer);
        Assert.Contains(harness.Actions, action => action.Kind == WorkerActionKind.ListOrphans);

        harness.Advance(TimeSpan.FromSeconds(12));

        harness.Single(WorkerActionKind.Stopped);
        Assert.Equal(keepSweeping ? 0 : 1, harness.Actions.Count(action => action.Kind == WorkerActionKind.Over));
    }

    [Fact]
    public void A_look_that_an_earlier_stop_left_behind_does_not_hold_the_final_stop()
    {
        var harness = StoppedAfterAbort(keepSweeping: true);
        harness.FailPoll(harness.Group.LongPoll!, CoreHarness.LostAnswer);
        harness.Advance(TimeSpan.FromSeconds(12));

        harness.Stop(keepSweeping: false);
        harness.Advance(TimeSpan.FromSeconds(12));

        harness.Single(WorkerActionKind.Over);
    }

    [Fact]
    public void A_release_of_an_orphan_that_is_never_answered_does_not_hold_a_stop()
    {
        var harness = StoppedAfterAbort(keepSweeping: false);
        harness.FailPoll(harness.Group.LongPoll!, CoreHarness.LostAnswer);
        harness.AnswerList(harness.Actions.Last(action => action.Kind == WorkerActionKind.ListOrphans).Sweep, "stolen");
        harness.Single(WorkerActionKind.UnlockOrphan);

        harness.Advance(TimeSpan.FromSeconds(12));

        harness.Single(WorkerActionKind.Stopped);
        harness.Single(WorkerActionKind.Over);
    }

    [Fact]
    [Trait("Situation", "62")]
    public void A_result_that_is_never_answered_does_not_hold_a_stop_and_is_reported()
    {
        var harness = CoreHarness.Started();
        var task = harness.Settling();
        harness.Stop();
        harness.AnswerPoll(harness.Group.LongPoll!);

        // The shutdown grace of the harness is 25 s.
        harness.Advance(TimeSpan.FromSeconds(34));
        harness.None(WorkerActionKind.Stopped);
        harness.Advance(TimeSpan.FromSeconds(3));

        harness.Single(WorkerActionKind.Stopped);
        harness.Single(WorkerActionKind.Over);
        Assert.Contains(WorkerEventKind.ResultAbandoned, harness.Events);
        harness.AnswerSettle(task);
        Assert.Empty(harness.Actions);
    }

    [Fact]
    public void A_poll_that_ignores_its_cancellation_does_not_hold_a_stop()
    {
        var harness = StoppedAfterAbort(keepSweeping: false);

        harness.Advance(TimeSpan.FromSeconds(37));

        harness.Single(WorkerActionKind.Stopped);
        harness.Single(WorkerActionKind.Over);
    }

    [Fact]
    public void A_core_whose_work_has_ended_does_not_ask_to_be_woken()
    {
        var harness = CoreHarness.Started();
        harness.Stop();
        harness.AnswerPoll(harness.Group.LongPoll!);
        harness.Single(WorkerActionKind.Over);

        harness.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(TimeSpan.MaxValue, harness.Core.WakeAt);
    }

    private static CoreHarness StoppedAfterAbort(bool keepSweeping)
    {
        var harness = CoreHarness.Started();
        harness.Advance(TimeSpan.FromSeconds(3));
        harness.Stop(keepSweeping);
        harness.Single(WorkerActionKind.AbortPoll);
        return harness;
    }
}
