using Camunda.ExternalTask.Protocol;
using Camunda.ExternalTask.Worker.Core;

namespace Camunda.ExternalTask.Tests.Worker.Core;

public class OrphanTests
{
    [Fact]
    [Trait("Situation", "4")]
    public void What_a_lost_answer_left_locked_is_unlocked()
    {
        var harness = CoreHarness.Started();
        harness.FailPoll(harness.Group.LongPoll!, CoreHarness.LostAnswer);
        var sweep = harness.Single(WorkerActionKind.ListOrphans).Sweep;

        harness.Play(core => core.OrphansListed(harness.Now, sweep, [new("a", "other"), new("b", "other")], null));

        Assert.Equal(["a", "b"], harness.Actions.Where(action => action.Kind == WorkerActionKind.UnlockOrphan).Select(action => action.Orphan.TaskId));
        Assert.Contains(WorkerEventKind.OrphansFound, harness.Events);
    }

    [Fact]
    public void A_task_that_is_worked_on_is_not_an_orphan()
    {
        var harness = CoreHarness.Started();
        var fetched = harness.Task();
        harness.FailPoll(harness.Group.LongPoll!, CoreHarness.LostAnswer, fetched);
        var sweep = harness.Single(WorkerActionKind.ListOrphans).Sweep;

        harness.Play(core => core.OrphansListed(harness.Now, sweep, [new(fetched.TaskId, fetched.WorkerId)], null));

        harness.None(WorkerActionKind.UnlockOrphan);
    }

    [Fact]
    [Trait("Situation", "5")]
    public void The_sweep_continues_until_the_engine_s_copy_of_the_poll_is_over()
    {
        var harness = CoreHarness.Started();
        harness.FailPoll(harness.Group.LongPoll!, CoreHarness.LostAnswer);
        var sweep = harness.Single(WorkerActionKind.ListOrphans).Sweep;
        var looks = 1;

        while (sweep.IsPending && looks < 100)
        {
            harness.Play(core => core.OrphansListed(harness.Now, sweep, [], null));
            harness.Advance(TimeSpan.FromMilliseconds(600));
            looks += harness.Actions.Count(action => action.Kind == WorkerActionKind.ListOrphans && action.Sweep == sweep);
        }

        Assert.InRange(harness.Now, TimeSpan.FromSeconds(21), TimeSpan.FromSeconds(23));
        Assert.InRange(looks, 30, 50);
    }

    [Fact]
    public void A_poll_that_never_reached_the_engine_needs_no_sweep()
    {
        var harness = CoreHarness.Started();

        harness.FailPoll(harness.Group.LongPoll!, CoreHarness.Refused);

        harness.None(WorkerActionKind.ListOrphans);
    }

    [Fact]
    [Trait("Situation", "38")]
    public void A_starting_worker_looks_for_what_its_dead_predecessors_left() =>
        Assert.Null(CoreHarness.Started().Single(WorkerActionKind.ListOrphans).Sweep.WorkerId);

    [Fact]
    public void Without_the_right_to_read_the_sweep_ends()
    {
        var harness = CoreHarness.Started();
        harness.FailPoll(harness.Group.LongPoll!, CoreHarness.LostAnswer);
        var sweep = harness.Single(WorkerActionKind.ListOrphans).Sweep;

        harness.Play(core => core.OrphansListed(harness.Now, sweep, [], new EngineError(403, "no") { Type = "AuthorizationException" }));
        harness.Advance(TimeSpan.FromSeconds(30));

        Assert.DoesNotContain(harness.Actions, action => action.Kind == WorkerActionKind.ListOrphans && action.Sweep == sweep);
    }

    [Fact]
    public void Five_minutes_after_a_list_was_forbidden_sweeps_list_again()
    {
        var harness = CoreHarness.Started();
        harness.FailPoll(harness.Group.LongPoll!, CoreHarness.LostAnswer);
        var sweep = harness.Single(WorkerActionKind.ListOrphans).Sweep;
        harness.Play(core => core.OrphansListed(harness.Now, sweep, [], new EngineError(403, "no")));
        harness.Advance(TimeSpan.FromMinutes(5.1));

        harness.FailPoll(harness.Group.LongPoll!, CoreHarness.LostAnswer);

        harness.Single(WorkerActionKind.ListOrphans);
    }

    [Fact]
    public void Without_the_right_to_read_a_release_without_an_answer_is_not_repeated_blindly()
    {
        var harness = CoreHarness.Started();
        harness.FailPoll(harness.Group.LongPoll!, CoreHarness.LostAnswer);
        var sweep = harness.Single(WorkerActionKind.ListOrphans).Sweep;
        harness.Play(core => core.OrphansListed(harness.Now, sweep, [], new EngineError(403, "no")));
        harness.Advance(TimeSpan.FromSeconds(1));
        var task = harness.Settling(TaskOutcome.Released());

        harness.AnswerSettle(task, CoreHarness.LostAnswer);

        harness.None(WorkerActionKind.Settle);
        Assert.Equal(task.Fetched.TaskId, harness.Single(WorkerActionKind.UnlockOrphan).Orphan.TaskId);
    }

    [Fact]
    public void A_task_that_its_handler_detached_is_not_an_orphan()
    {
        var harness = CoreHarness.Started();
        var fetched = harness.Task();
        harness.FailPoll(harness.Group.LongPoll!, CoreHarness.LostAnswer, fetched);
        var sweep = harness.Single(WorkerActionKind.ListOrphans).Sweep;
        harness.End(harness.Single(WorkerActionKind.StartHandler).Task, TaskOutcome.Detached());

        harness.AnswerList(sweep, fetched.TaskId, "stolen");

        Assert.Equal("stolen", harness.Single(WorkerActionKind.UnlockOrphan).Orphan.TaskId);
    }
}
