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
        var hunt = harness.Single(WorkerActionKind.ListOrphans).Hunt!;
        harness.Play(core => core.OrphansListed(harness.Now, hunt, [], null));
        while (!harness.Actions.Any(action => action.Kind == WorkerActionKind.Stopped) && harness.Now < TimeSpan.FromSeconds(10))
        {
            harness.Advance(TimeSpan.FromMilliseconds(500));
            if (hunt.IsPending)
            {
                harness.Play(core => core.OrphansListed(harness.Now, hunt, [], null));
            }
        }

        Assert.InRange(harness.Now, TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(5));
        Assert.InRange(hunt.Looks, 2, 5);
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
    public void Case145_Tasks_that_arrive_after_the_stop_are_given_back()
    {
        var harness = CoreHarness.Started();
        var poll = harness.Group.LongPoll!;
        harness.Stop();

        harness.AnswerPoll(poll, harness.Task(), harness.Task());

        harness.None(WorkerActionKind.StartHandler);
        Assert.Equal(2, harness.Actions.Count(action => action.Kind == WorkerActionKind.Settle && action.Task!.Settlement!.Kind == SettlementKind.Unlock));
    }

    [Fact]
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
        Assert.Equal(SettlementKind.Unlock, harness.Single(WorkerActionKind.Settle).Task!.Settlement!.Kind);
    }

    [Fact]
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
    public void A_kept_result_of_a_suspended_instance_is_given_back()
    {
        var harness = CoreHarness.Started();
        var task = harness.Settling();
        harness.AnswerSettle(task, CoreHarness.Suspended);

        harness.Stop();

        Assert.Equal(SettlementKind.Unlock, harness.Single(WorkerActionKind.Settle).Task!.Settlement!.Kind);
    }

    [Fact]
    public void Stopping_twice_is_stopping_once()
    {
        var harness = CoreHarness.Started();
        harness.Stop();

        harness.Stop();

        Assert.Empty(harness.Actions);
    }
}
