using Camunda.ExternalTask.Worker.Core;

namespace Camunda.ExternalTask.Tests.Worker.Core;

/// <summary>No task stays locked although no worker processes it.</summary>
public class HiddenTaskTests
{
    private static readonly TimeSpan Lock = TimeSpan.FromSeconds(60);

    [Fact]
    public void A_poll_locks_for_the_fetch_lock_and_the_worker_extends_to_the_lock_duration()
    {
        var harness = WithFetchLock(TimeSpan.FromSeconds(10));
        var task = harness.Running();
        Assert.Equal(harness.Now + TimeSpan.FromSeconds(10), task.Lock.Until);

        harness.Advance(TimeSpan.FromSeconds(4.9));
        harness.None(WorkerActionKind.ExtendLock);
        harness.Advance(TimeSpan.FromSeconds(0.2));
        harness.Single(WorkerActionKind.ExtendLock);
        harness.AnswerLock(task);

        Assert.Equal(harness.Now + Lock, task.Lock.Until);
    }

    [Fact]
    [Trait("Situation", "8")]
    public void A_lock_call_that_hangs_leaves_time_for_another()
    {
        var harness = WithFetchLock(TimeSpan.FromSeconds(10));
        var task = harness.Running();

        harness.Advance(TimeSpan.FromSeconds(5));
        harness.Single(WorkerActionKind.ExtendLock);

        Assert.InRange(task.Lock.CallTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_failure_waits_until_the_pending_lock_call_has_ended(bool succeeds)
    {
        var harness = CoreHarness.Started();
        var task = harness.Running();
        harness.Advance(TimeSpan.FromSeconds(30));
        harness.Single(WorkerActionKind.ExtendLock);

        harness.End(task, new TaskFailure("no"));
        harness.None(WorkerActionKind.Settle);
        harness.AnswerLock(task, error: succeeds ? null : CoreHarness.Expired);

        harness.Single(WorkerActionKind.Settle);
        harness.None(WorkerActionKind.Relock);
    }

    [Fact]
    public void A_completion_does_not_wait_for_a_lock_call()
    {
        var harness = CoreHarness.Started();
        var task = harness.Running();
        harness.Advance(TimeSpan.FromSeconds(30));

        harness.End(task);

        harness.Single(WorkerActionKind.Settle);
    }

    [Fact]
    public void No_lock_call_starts_while_a_failure_is_on_its_way()
    {
        var harness = CoreHarness.Started();
        harness.Settling(new TaskFailure("no"));

        harness.Advance(TimeSpan.FromSeconds(59));

        harness.None(WorkerActionKind.ExtendLock);
    }

    [Fact]
    public void A_task_in_progress_that_the_engine_locked_for_a_lost_poll_continues_under_its_id()
    {
        var harness = CoreHarness.Started(lockDuration: TimeSpan.FromSeconds(10));
        var task = harness.Running();
        var lost = harness.Group.LongPoll!;
        harness.Advance(TimeSpan.FromSeconds(5));
        harness.AnswerLock(task, error: CoreHarness.Refused);
        harness.FailPoll(lost, CoreHarness.LostAnswer);
        var sweep = Sweep(harness, lost);

        harness.AnswerList(sweep, task.Fetched.TaskId);

        harness.None(WorkerActionKind.UnlockOrphan);
        Assert.Equal(lost.WorkerId, task.Lock.WorkerId);
    }

    [Fact]
    public void A_task_that_was_fetched_after_the_list_was_requested_keeps_its_lock()
    {
        var harness = CoreHarness.Started();
        var lost = harness.Group.LongPoll!;
        harness.FailPoll(lost, CoreHarness.LostAnswer);
        var sweep = Sweep(harness, lost);
        harness.Advance(TimeSpan.FromSeconds(1));
        var task = harness.Running();
        var own = task.Lock.WorkerId;

        harness.AnswerList(sweep, task.Fetched.TaskId);

        Assert.Equal(own, task.Lock.WorkerId);
    }

    [Fact]
    public void An_answer_to_a_call_under_the_old_worker_id_does_not_change_the_new_lock()
    {
        var harness = CoreHarness.Started(lockDuration: TimeSpan.FromSeconds(10));
        var task = harness.Running();
        harness.Advance(TimeSpan.FromSeconds(5));
        harness.Single(WorkerActionKind.ExtendLock);
        harness.Advance(TimeSpan.FromSeconds(20));
        harness.AnswerPoll(harness.Group.LongPoll!, harness.Task(task.Fetched.TaskId));
        var until = task.Lock.Until;

        harness.Play(core => core.LockAnswered(harness.Now, task, isRelock: false, TimeSpan.FromSeconds(5), null));

        Assert.Equal(until, task.Lock.Until);
    }

    [Fact]
    public void A_failed_release_of_an_orphan_is_repeated()
    {
        var harness = CoreHarness.Started();
        var lost = harness.Group.LongPoll!;
        harness.FailPoll(lost, CoreHarness.LostAnswer);
        var sweep = Sweep(harness, lost);
        harness.AnswerList(sweep, "orphan");
        harness.Single(WorkerActionKind.UnlockOrphan);

        harness.Play(core => core.OrphanUnlocked(harness.Now, "orphan", CoreHarness.Refused));
        Assert.Equal([WorkerEventKind.OrphanReleaseFailed], harness.Events);
        harness.Advance(TimeSpan.FromSeconds(1.1));
        harness.AnswerList(Sweep(harness, lost), "orphan");

        harness.Single(WorkerActionKind.UnlockOrphan);
    }

    [Fact]
    public void An_orphan_is_not_released_twice_at_a_time()
    {
        var harness = CoreHarness.Started();
        var lost = harness.Group.LongPoll!;
        harness.FailPoll(lost, CoreHarness.LostAnswer);
        harness.AnswerList(Sweep(harness, lost), "orphan");
        harness.Single(WorkerActionKind.UnlockOrphan);
        harness.Advance(TimeSpan.FromSeconds(1));

        harness.AnswerList(Sweep(harness, lost), "orphan");

        harness.None(WorkerActionKind.UnlockOrphan);
    }

    [Fact]
    [Trait("Situation", "79")]
    public void A_poll_that_was_sent_more_than_once_is_swept()
    {
        var harness = CoreHarness.Started();
        var poll = harness.Group.LongPoll!;

        harness.Play(core => core.PollAnswered(harness.Now, poll, new([harness.Task()], null, null) { WasRepeated = true }));

        Assert.Equal(poll.WorkerId, harness.Single(WorkerActionKind.ListOrphans).Sweep.WorkerId);
    }

    [Fact]
    public void During_an_outage_sweeps_back_off()
    {
        var harness = CoreHarness.Started();
        var lists = 0;
        for (var polls = 0; polls < 30; polls++)
        {
            if (harness.Group.LongPoll is { } poll)
            {
                harness.FailPoll(poll, CoreHarness.LostAnswer);
                Collect();
            }

            harness.Advance(TimeSpan.FromSeconds(4));
            Collect();
        }

        // Two minutes.
        Assert.InRange(lists, 1, 15);

        void Collect()
        {
            while (harness.Actions.FirstOrDefault(action => action.Kind == WorkerActionKind.ListOrphans && action.Sweep is { WorkerId: not null, IsPending: true }) is
                   { Kind: WorkerActionKind.ListOrphans } list)
            {
                lists++;
                harness.Play(core => core.OrphansListed(harness.Now, list.Sweep, [], CoreHarness.Refused));
            }
        }
    }

    [Fact]
    public void A_task_that_a_stopping_worker_releases_is_taken_back_from_the_poll_that_it_aborted()
    {
        var harness = CoreHarness.Started();
        var task = harness.Running();
        var poll = harness.Group.LongPoll!;
        harness.Advance(TimeSpan.FromSeconds(3));
        harness.Stop();
        harness.FailPoll(poll, CoreHarness.LostAnswer);
        harness.AnswerList(Sweep(harness, poll));
        harness.Advance(TimeSpan.FromSeconds(0.5));
        if (harness.Actions.Any(action => action.Kind == WorkerActionKind.ListOrphans))
        {
            harness.AnswerList(Sweep(harness, poll));
        }

        harness.End(task, TaskOutcome.Released());
        harness.AnswerSettle(task);
        harness.Advance(TimeSpan.FromMilliseconds(100));
        harness.AnswerList(Sweep(harness, poll), task.Fetched.TaskId);

        harness.Single(WorkerActionKind.UnlockOrphan);
    }

    private static CoreHarness WithFetchLock(TimeSpan fetchLock)
    {
        return CoreHarness.Started(lockDuration: Lock, change: plan => plan with { Groups = [.. plan.Groups.Select(WithLock)] });

        GroupPlan WithLock(GroupPlan group) =>
            new(group.Name, group.Slots, [.. group.Subscriptions.Select(subscription => subscription with { FetchLock = fetchLock })]);
    }

    private static OrphanSweep Sweep(CoreHarness harness, WorkerPoll poll) =>
        harness.Actions.Last(action => action.Kind == WorkerActionKind.ListOrphans && action.Sweep.WorkerId == poll.WorkerId).Sweep;
}
