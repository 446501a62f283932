using Camunda.ExternalTask.Protocol;
using Camunda.ExternalTask.Worker.Core;

namespace Camunda.ExternalTask.Tests.Worker.Core;

public class StoppingTests
{
    [Fact]
    public void An_idle_worker_gives_up_its_poll_looks_after_it_and_has_stopped()
    {
        var harness = CoreHarness.Started();
        var poll = harness.Group.LongPoll!;
        harness.Advance(TimeSpan.FromSeconds(3));
        harness.Stop();
        Assert.Same(poll, harness.Single(WorkerActionKind.AbortPoll).Poll);

        harness.FailPoll(poll, CoreHarness.LostAnswer);
        var sweep = harness.Single(WorkerActionKind.ListOrphans).Sweep;
        harness.Play(core => core.OrphansListed(harness.Now, sweep, [], null));
        while (!harness.Actions.Any(action => action.Kind == WorkerActionKind.Stopped) && harness.Now < TimeSpan.FromSeconds(10))
        {
            harness.Advance(TimeSpan.FromMilliseconds(500));
            if (sweep.IsPending)
            {
                harness.Play(core => core.OrphansListed(harness.Now, sweep, [], null));
            }
        }

        Assert.InRange(harness.Now, TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(4));
        Assert.InRange(sweep.Looks, 1, 2);
    }

    [Fact]
    public void A_poll_that_may_be_being_answered_is_waited_for()
    {
        var harness = CoreHarness.Started();
        var poll = harness.Group.LongPoll!;

        harness.Stop();
        harness.None(WorkerActionKind.AbortPoll);
        harness.Advance(TimeSpan.FromSeconds(1.9));
        harness.None(WorkerActionKind.AbortPoll);
        harness.Advance(TimeSpan.FromSeconds(0.2));

        Assert.Same(poll, harness.Single(WorkerActionKind.AbortPoll).Poll);
    }

    [Fact]
    public void Running_handlers_finish_and_their_results_go_out()
    {
        var harness = CoreHarness.Started();
        var task = harness.Running();
        harness.Stop();
        harness.AnswerPoll(harness.Group.LongPoll!);
        harness.None(WorkerActionKind.Stopped);
        harness.None(WorkerActionKind.SendPoll);

        harness.End(task);
        harness.Single(WorkerActionKind.Settle);
        harness.AnswerSettle(task);

        harness.Single(WorkerActionKind.Stopped);
    }

    [Fact]
    public void Case145_Tasks_that_arrive_after_the_stop_are_released()
    {
        var harness = CoreHarness.Started();
        var poll = harness.Group.LongPoll!;
        harness.Stop();

        harness.AnswerPoll(poll, harness.Task(), harness.Task());

        harness.None(WorkerActionKind.StartHandler);
        Assert.Equal(2, harness.Actions.Count(action => action.Kind == WorkerActionKind.Settle && action.Task.Settlement!.Kind == SettlementKind.Unlock));
    }

    [Fact]
    [Trait("Situation", "61")]
    public void After_the_grace_handlers_are_cancelled_and_what_they_leave_is_unlocked()
    {
        var harness = CoreHarness.Started();
        var task = harness.Running();
        harness.Stop();
        harness.AnswerPoll(harness.Group.LongPoll!);

        harness.Advance(TimeSpan.FromSeconds(24));
        harness.None(WorkerActionKind.CancelHandler);
        harness.Advance(TimeSpan.FromSeconds(1.1));
        Assert.Equal(CancelReason.Shutdown, harness.Single(WorkerActionKind.CancelHandler).Reason);

        harness.End(task, TaskOutcome.Released());
        Assert.Equal(SettlementKind.Unlock, harness.Single(WorkerActionKind.Settle).Task.Settlement!.Kind);
    }

    [Fact]
    [Trait("Situation", "50")]
    public void A_handler_that_ignores_its_cancellation_does_not_keep_its_task()
    {
        var harness = CoreHarness.Started();
        var task = harness.Running();
        harness.Stop();
        harness.AnswerPoll(harness.Group.LongPoll!);

        harness.Advance(TimeSpan.FromSeconds(26));

        Assert.Contains(harness.Actions, action => action.Kind == WorkerActionKind.Settle && action.Task == task && task.Settlement!.Kind == SettlementKind.Unlock);
        harness.AnswerSettle(task);
        harness.Single(WorkerActionKind.Stopped);
        harness.End(task);
        harness.None(WorkerActionKind.Settle);
    }

    [Fact]
    [Trait("Situation", "30")]
    public void A_kept_result_of_a_suspended_instance_is_released()
    {
        var harness = CoreHarness.Started();
        var task = harness.Settling();
        harness.AnswerSettle(task, CoreHarness.Suspended);

        harness.Stop();

        Assert.Equal(SettlementKind.Unlock, harness.Single(WorkerActionKind.Settle).Task.Settlement!.Kind);
    }

    [Fact]
    [Trait("Situation", "63")]
    public void Stopping_twice_is_stopping_once()
    {
        var harness = CoreHarness.Started();
        harness.Stop();

        harness.Stop();

        Assert.Empty(harness.Actions);
    }

    [Fact]
    public void A_poll_that_follows_an_empty_one_is_given_up_as_soon_as_the_engine_has_it()
    {
        var harness = CoreHarness.Started();
        harness.Advance(TimeSpan.FromSeconds(20));
        harness.AnswerPoll(harness.Group.LongPoll!);
        var poll = harness.Single(WorkerActionKind.SendPoll).Poll;

        harness.Stop();
        harness.Advance(TimeSpan.FromSeconds(0.2));
        harness.None(WorkerActionKind.AbortPoll);
        harness.Advance(TimeSpan.FromSeconds(0.1));

        Assert.Same(poll, harness.Single(WorkerActionKind.AbortPoll).Poll);
    }

    [Fact]
    public void Where_the_process_lives_on_a_stop_waits_for_one_look_and_the_sweep_continues()
    {
        var (harness, sweep) = StoppedAndSweeping();

        harness.AnswerList(sweep);
        harness.Single(WorkerActionKind.Stopped);
        harness.None(WorkerActionKind.Over);

        while (!harness.Actions.Any(action => action.Kind == WorkerActionKind.Over) && harness.Now < TimeSpan.FromMinutes(1))
        {
            harness.Advance(TimeSpan.FromMilliseconds(400));
            if (sweep.IsPending)
            {
                harness.AnswerList(sweep);
            }
        }

        // The sweep lasts as long as the engine keeps the poll, counted from the first list, and a margin.
        Assert.InRange(harness.Now, TimeSpan.FromSeconds(24), TimeSpan.FromSeconds(25));
    }

    [Fact]
    public void A_stop_waits_until_what_it_found_is_unlocked()
    {
        var (harness, sweep) = StoppedAndSweeping();

        harness.AnswerList(sweep, "stolen");
        harness.None(WorkerActionKind.Stopped);
        harness.Play(core => core.OrphanUnlocked(harness.Now, "stolen", null));

        harness.Single(WorkerActionKind.Stopped);
    }

    [Fact]
    public void The_end_of_the_process_ends_the_sweeps_of_earlier_stops()
    {
        var (harness, sweep) = StoppedAndSweeping();
        harness.AnswerList(sweep);
        harness.Advance(TimeSpan.FromSeconds(5));
        if (sweep.IsPending)
        {
            harness.AnswerList(sweep);
        }

        harness.Stop(keepSweeping: false);

        harness.Single(WorkerActionKind.Over);
    }

    [Fact]
    public void A_detached_task_is_done_with_and_frees_its_slot()
    {
        var harness = CoreHarness.Started(slots: 1);
        var task = harness.Running();

        harness.End(task, TaskOutcome.Detached());

        harness.None(WorkerActionKind.Settle);
        Assert.Contains(WorkerEventKind.TaskDetached, harness.Events);
        harness.Single(WorkerActionKind.SendPoll);
        Assert.Equal(0, harness.Core.InFlight);
        harness.Advance(TimeSpan.FromMinutes(2));
        harness.None(WorkerActionKind.ExtendLock);

        harness.AnswerPoll(harness.Group.LongPoll!);
        harness.Stop();
        harness.None(WorkerActionKind.Settle);
        harness.None(WorkerActionKind.UnlockOrphan);
    }

    private static (CoreHarness Harness, OrphanSweep Sweep) StoppedAndSweeping()
    {
        var harness = CoreHarness.Started();
        harness.AnswerList(harness.Single(WorkerActionKind.ListOrphans).Sweep);
        var poll = harness.Group.LongPoll!;
        harness.Advance(TimeSpan.FromSeconds(3));
        harness.Stop(keepSweeping: true);
        harness.FailPoll(poll, CoreHarness.LostAnswer);
        return (harness, harness.Actions.Last(action => action.Kind == WorkerActionKind.ListOrphans).Sweep);
    }
}
