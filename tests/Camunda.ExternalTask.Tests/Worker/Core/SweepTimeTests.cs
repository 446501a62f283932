using Camunda.ExternalTask.Protocol;
using Camunda.ExternalTask.Worker.Core;

namespace Camunda.ExternalTask.Tests.Worker.Core;

/// <summary>When sweeps look, how long they last, and what ends them.</summary>
public class SweepTimeTests
{
    [Fact]
    public void A_poll_that_is_answered_ends_the_wait_after_a_failed_list()
    {
        var (harness, sweep) = Sweeping();
        foreach (var wait in new[] { 0.4, 0.5 })
        {
            harness.Play(core => core.OrphansListed(harness.Now, sweep, [], CoreHarness.Refused));
            harness.Advance(TimeSpan.FromSeconds(wait));
            harness.Single(WorkerActionKind.ListOrphans);
        }

        harness.Play(core => core.OrphansListed(harness.Now, sweep, [], CoreHarness.Refused));
        harness.Advance(TimeSpan.FromSeconds(0.5));
        harness.None(WorkerActionKind.ListOrphans);

        harness.AnswerPoll(harness.Group.LongPoll!);
        Assert.Same(sweep, harness.Single(WorkerActionKind.ListOrphans).Sweep);

        harness.Play(core => core.OrphansListed(harness.Now, sweep, [], CoreHarness.Refused));
        harness.Advance(TimeSpan.FromSeconds(0.4));
        harness.Single(WorkerActionKind.ListOrphans);
    }

    [Fact]
    public void A_list_that_is_answered_starts_the_waits_again()
    {
        var (harness, sweep) = Sweeping();
        var (refused, waits) = (CoreHarness.Refused, new List<(EngineError?, double)>());
        waits.AddRange([(refused, 0.4), (refused, 0.5), (refused, 1), (null, 0.4), (refused, 0.4), (refused, 0.5)]);
        foreach (var (error, wait) in waits)
        {
            harness.Play(core => core.OrphansListed(harness.Now, sweep, [], error));
            harness.Advance(TimeSpan.FromSeconds(wait - 0.01));
            harness.None(WorkerActionKind.ListOrphans);
            harness.Advance(TimeSpan.FromSeconds(0.01));
            harness.Single(WorkerActionKind.ListOrphans);
        }
    }

    [Fact]
    public void A_list_that_fails_gets_more_time_with_the_next_attempt()
    {
        var (harness, sweep) = Sweeping();
        List<double> timeouts = [];
        foreach (var error in new[] { CoreHarness.Refused, CoreHarness.Refused, CoreHarness.Refused, CoreHarness.Refused, null })
        {
            timeouts.Add(sweep.Timeout.TotalSeconds);
            harness.Play(core => core.OrphansListed(harness.Now, sweep, [], error));
            harness.Advance(TimeSpan.FromSeconds(3));
        }

        Assert.Equal([2, 4, 8, 16, 16], timeouts);
        Assert.Equal(TimeSpan.FromSeconds(2), sweep.Timeout);
    }

    [Fact]
    public void A_release_that_fails_gets_more_time_with_the_next_attempt()
    {
        var (harness, sweep) = Sweeping();
        List<double> timeouts = [];
        for (var attempt = 0; attempt < 3; attempt++)
        {
            harness.AnswerList(sweep, "orphan");
            timeouts.Add(harness.Single(WorkerActionKind.UnlockOrphan).Orphan.Timeout.TotalSeconds);
            harness.Play(core => core.OrphanUnlocked(harness.Now, "orphan", CoreHarness.Refused));
            harness.Advance(TimeSpan.FromSeconds(0.5));
        }

        Assert.Equal([2, 4, 8], timeouts);
    }

    [Fact]
    public void The_answer_to_one_kind_of_list_ends_the_wait_of_the_other()
    {
        var harness = CoreHarness.Started();
        var predecessors = harness.Single(WorkerActionKind.ListOrphans).Sweep;
        harness.FailPoll(harness.Group.LongPoll!, CoreHarness.LostAnswer);
        var sweep = harness.Single(WorkerActionKind.ListOrphans).Sweep;
        harness.Play(core => core.OrphansListed(harness.Now, sweep, [], CoreHarness.Refused));

        harness.AnswerList(predecessors);
        harness.Advance(TimeSpan.FromSeconds(0.4));

        Assert.Same(sweep, harness.Single(WorkerActionKind.ListOrphans).Sweep);
    }

    [Fact]
    public void The_search_for_dead_predecessors_lasts_a_second_longer_than_a_poll()
    {
        var harness = CoreHarness.Started(change: static plan => plan with { PollTimeout = TimeSpan.FromSeconds(14.5) });
        var sweep = harness.Single(WorkerActionKind.ListOrphans).Sweep;
        List<double> looks = [];
        while (sweep.IsPending && looks.Count < 100)
        {
            looks.Add(harness.Now.TotalSeconds);
            harness.AnswerList(sweep);
            harness.Advance(TimeSpan.FromSeconds(sweep.At > harness.Now ? (sweep.At - harness.Now).TotalSeconds : 0));
        }

        Assert.Equal([0, 1, 3, 7, 15, 23], looks);
    }

    [Fact]
    public void An_orphan_whose_release_failed_is_looked_for_again_although_its_sweep_has_ended()
    {
        var (harness, sweep, taskId) = LastLook();
        harness.AnswerList(sweep, taskId);
        Assert.Equal(1, harness.Reported(WorkerEventKind.OrphansFound).Count);
        harness.Advance(TimeSpan.FromSeconds(5));
        harness.None(WorkerActionKind.ListOrphans);

        harness.Play(core => core.OrphanUnlocked(harness.Now, taskId, CoreHarness.Refused));
        Assert.Equal(new Occurrence(WorkerEventKind.OrphanReleaseFailed) { TaskId = taskId, Error = CoreHarness.Refused }, harness.Reported(WorkerEventKind.OrphanReleaseFailed));
        harness.Advance(TimeSpan.FromSeconds(0.24));
        harness.None(WorkerActionKind.ListOrphans);
        harness.Advance(TimeSpan.FromSeconds(0.01));
        harness.Single(WorkerActionKind.ListOrphans);

        harness.AnswerList(sweep);
        harness.Advance(TimeSpan.FromSeconds(5));
        harness.None(WorkerActionKind.ListOrphans);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_orphan_that_was_released_or_is_gone_is_not_looked_for(bool isGone)
    {
        var (harness, sweep, taskId) = LastLook();
        harness.AnswerList(sweep, taskId);

        harness.Play(core => core.OrphanUnlocked(harness.Now, taskId, isGone ? CoreHarness.Gone : null));

        Assert.Equal(taskId, harness.Reported(isGone ? WorkerEventKind.OrphanReleaseFailed : WorkerEventKind.OrphanReleased).TaskId);
        harness.Advance(TimeSpan.FromSeconds(5));
        harness.None(WorkerActionKind.ListOrphans);
    }

    [Fact]
    public void A_failed_release_keeps_a_sweep_whose_last_list_is_on_its_way()
    {
        var (harness, sweep, taskId) = LastLook(orphanBefore: true);
        harness.Play(core => core.OrphanUnlocked(harness.Now, taskId, CoreHarness.Refused));

        harness.AnswerList(sweep);
        harness.Advance(TimeSpan.FromSeconds(1));

        harness.Single(WorkerActionKind.ListOrphans);
    }

    [Fact]
    public void A_failed_release_does_not_shorten_a_sweep()
    {
        var (harness, sweep) = Sweeping();
        harness.AnswerList(sweep, "orphan");
        harness.Play(core => core.OrphanUnlocked(harness.Now, "orphan", CoreHarness.Refused));
        harness.Advance(TimeSpan.FromSeconds(1));

        harness.AnswerList(sweep);
        harness.Advance(TimeSpan.FromSeconds(0.4));

        harness.Single(WorkerActionKind.ListOrphans);
        Assert.Equal(TimeSpan.FromSeconds(21), sweep.Until);
    }

    [Theory]
    [InlineData(5, 1)]
    [InlineData(5.1, 0)]
    public void A_list_is_acted_on_for_five_seconds(double age, int unlocked)
    {
        var (harness, sweep) = Sweeping();
        harness.Advance(TimeSpan.FromSeconds(age));

        harness.AnswerList(sweep, "orphan");

        Assert.Equal(unlocked, harness.Actions.Count(action => action.Kind == WorkerActionKind.UnlockOrphan));
    }

    [Fact]
    public void An_old_list_without_tasks_counts()
    {
        var (harness, sweep) = Sweeping();
        harness.Advance(TimeSpan.FromSeconds(6));

        harness.AnswerList(sweep);

        harness.None(WorkerActionKind.ListOrphans);
        Assert.DoesNotContain(WorkerEventKind.OrphansFound, harness.Events);
        Assert.Equal(TimeSpan.FromSeconds(21), sweep.Until);
    }

    [Fact]
    public void An_orphan_whose_release_is_on_its_way_is_not_reported_again()
    {
        var (harness, sweep) = Sweeping();
        harness.AnswerList(sweep, "orphan");
        harness.Advance(TimeSpan.FromSeconds(1));

        harness.AnswerList(sweep, "orphan");

        Assert.DoesNotContain(WorkerEventKind.OrphansFound, harness.Events);
    }

    [Fact]
    public void The_sweep_that_is_due_first_looks_first()
    {
        var (harness, first) = Sweeping();
        harness.AnswerList(first);
        harness.Advance(TimeSpan.FromSeconds(0.1));
        harness.FailPoll(harness.Group.LongPoll!, CoreHarness.LostAnswer);
        var second = harness.Single(WorkerActionKind.ListOrphans).Sweep;
        Assert.NotSame(first, second);
        harness.AnswerList(second);

        harness.Advance(TimeSpan.FromSeconds(0.3));

        Assert.Same(first, harness.Single(WorkerActionKind.ListOrphans).Sweep);
    }

    [Fact]
    public void Many_sweeps_share_the_requests()
    {
        var (harness, first) = Sweeping();
        for (var i = 0; i < 19; i++)
        {
            harness.Advance(TimeSpan.FromSeconds(5));
            harness.FailPoll(harness.Group.LongPoll!, new EngineError(0, "reset") { IsAmbiguous = true, RetryAfter = TimeSpan.FromMilliseconds(1) });
        }

        harness.AnswerList(first);

        // With the search for predecessors there are 21.
        Assert.Equal(TimeSpan.FromMilliseconds(21 * 50), first.At - harness.Now);
    }

    [Fact]
    public void A_stopping_worker_looks_at_once_although_an_earlier_list_failed()
    {
        var harness = CoreHarness.Started();
        var predecessors = harness.Single(WorkerActionKind.ListOrphans).Sweep;
        var poll = harness.Group.LongPoll!;
        harness.Advance(TimeSpan.FromSeconds(3));
        harness.Play(core => core.OrphansListed(harness.Now, predecessors, [], CoreHarness.Refused));
        harness.Stop(keepSweeping: true);

        harness.FailPoll(poll, CoreHarness.LostAnswer);
        var sweep = harness.Single(WorkerActionKind.ListOrphans).Sweep;
        harness.Play(core => core.OrphansListed(harness.Now, sweep, [], CoreHarness.Refused));

        // A stop waits for one attempt only.
        harness.Single(WorkerActionKind.Stopped);
    }

    private static (CoreHarness Harness, OrphanSweep Sweep) Sweeping()
    {
        var harness = CoreHarness.Started();
        harness.FailPoll(harness.Group.LongPoll!, CoreHarness.LostAnswer);
        return (harness, harness.Single(WorkerActionKind.ListOrphans).Sweep);
    }

    /// <summary>A sweep for a released task whose last list is on its way.</summary>
    private static (CoreHarness Harness, OrphanSweep Sweep, string TaskId) LastLook(bool orphanBefore = false)
    {
        var harness = CoreHarness.Started();
        var task = harness.Settling(TaskOutcome.Released());
        harness.AnswerSettle(task, CoreHarness.LostAnswer);
        var sweep = harness.Single(WorkerActionKind.ListOrphans).Sweep;
        for (var i = 0; i < 3; i++)
        {
            harness.AnswerList(sweep, i == 2 && orphanBefore ? [task.Fetched.TaskId] : []);
            harness.Advance(TimeSpan.FromSeconds(0.4));
        }

        Assert.True(sweep.IsPending);
        return (harness, sweep, task.Fetched.TaskId);
    }
}
