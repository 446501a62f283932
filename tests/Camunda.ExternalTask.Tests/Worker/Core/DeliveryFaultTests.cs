using Camunda.ExternalTask.Protocol;
using Camunda.ExternalTask.Worker.Core;

namespace Camunda.ExternalTask.Tests.Worker.Core;

public class DeliveryFaultTests
{
    private static readonly EngineError TooLong = new(0, "The response is longer than the 65,536 bytes that MaxResponseBytes allows.") { IsAmbiguous = true, IsUnreadable = true };

    [Fact]
    public void A_response_that_cannot_be_read_halves_the_number_of_tasks_down_to_one()
    {
        var harness = CoreHarness.Started(slots: 16);
        List<int> asked = [];
        for (var i = 0; i < 6; i++)
        {
            asked.Add(harness.Group.LongPoll!.MaxTasks);
            harness.FailPoll(harness.Group.LongPoll!, TooLong);
            harness.Advance(TimeSpan.FromMinutes(2));
        }

        Assert.Equal([16, 8, 4, 2, 1, 1], asked);
    }

    [Fact]
    public void Full_responses_raise_the_number_again()
    {
        var harness = CoreHarness.Started(slots: 4);
        harness.FailPoll(harness.Group.LongPoll!, TooLong);
        harness.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(2, harness.Group.Limit.Of(4));

        FillPoll();
        Assert.Equal(3, harness.Group.Limit.Of(4));
        FillPoll();
        Assert.Equal(4, harness.Group.Limit.Of(4));

        void FillPoll()
        {
            var poll = harness.Group.LongPoll!;
            harness.AnswerPoll(poll, [.. Enumerable.Range(0, poll.MaxTasks).Select(_ => harness.Task())]);
        }
    }

    [Fact]
    public void The_tasks_before_the_fault_run_and_the_next_poll_goes_out_at_once()
    {
        var harness = CoreHarness.Started(slots: 4);

        harness.FailPoll(harness.Group.LongPoll!, TooLong, harness.Task(), harness.Task());

        Assert.Equal(2, harness.Actions.Count(action => action.Kind == WorkerActionKind.StartHandler));
        Assert.Equal(2, harness.Single(WorkerActionKind.SendPoll).Poll.MaxTasks);
        Assert.DoesNotContain(WorkerEventKind.OutageBegan, harness.Events);
    }

    [Fact]
    public void A_task_that_alone_is_too_large_becomes_an_incident()
    {
        var harness = CoreHarness.Started(slots: 4);
        var poll = harness.Group.LongPoll!;

        harness.Play(core => core.PollAnswered(harness.Now, poll, new([], null, TooLong) { Oversized = harness.Task("huge", retries: 3) }));

        var settled = harness.Single(WorkerActionKind.Settle).Task;
        Assert.Equal("huge", settled.Fetched.TaskId);
        Assert.Equal(SettlementKind.Failure, settled.Settlement!.Kind);
        Assert.Equal(0, settled.Settlement.Retries);
        Assert.Contains("MaxResponseBytes", settled.Settlement.Message, StringComparison.Ordinal);
        harness.None(WorkerActionKind.StartHandler);

        // The sweep for the rest of the response spares it.
        var sweep = harness.Single(WorkerActionKind.ListOrphans).Sweep;
        harness.AnswerList(sweep, "huge");
        harness.None(WorkerActionKind.UnlockOrphan);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_task_that_comes_again_before_its_release_is_answered_runs_again(bool isRelease)
    {
        var harness = CoreHarness.Started(slots: 4);
        var first = harness.Settling(isRelease ? TaskOutcome.Released() : new TaskFailure("again") { Retries = 2, RetryTimeout = TimeSpan.Zero });

        harness.AnswerPoll(harness.Group.LongPoll!, harness.Task(first.Fetched.TaskId, retries: isRelease ? null : 2));

        var second = harness.Single(WorkerActionKind.StartHandler).Task;
        Assert.NotSame(first, second);
        Assert.NotEqual(first.Lock.WorkerId, second.Lock.WorkerId);
        Assert.Contains(isRelease ? WorkerEventKind.TaskReleased : WorkerEventKind.TaskFailed, harness.Events);
        Assert.Equal((1, 0), (harness.Group.Running, harness.Group.Settling));

        // The late answer is about the run before.
        harness.AnswerSettle(first);
        harness.End(second);
        Assert.Equal(SettlementKind.Complete, harness.Single(WorkerActionKind.Settle).Task.Settlement!.Kind);
        harness.AnswerSettle(second);
        Assert.Equal(0, harness.Core.InFlight);
        Assert.Equal((0, 0), (harness.Group.Running, harness.Group.Settling));
    }

    [Fact]
    public void A_release_that_is_repeated_does_not_take_the_new_lock_away()
    {
        var harness = CoreHarness.Started(slots: 4);
        var first = harness.Settling(TaskOutcome.Released());
        harness.AnswerSettle(first, CoreHarness.LostAnswer);

        harness.AnswerPoll(harness.Group.LongPoll!, harness.Task(first.Fetched.TaskId));
        harness.Advance(TimeSpan.FromSeconds(20));

        harness.None(WorkerActionKind.Settle);
    }

    [Fact]
    public void A_late_answer_to_a_release_makes_the_worker_verify_the_new_lock()
    {
        var harness = CoreHarness.Started(slots: 4);
        var first = harness.Settling(TaskOutcome.Released());
        harness.AnswerPoll(harness.Group.LongPoll!, harness.Task(first.Fetched.TaskId));
        var second = harness.Single(WorkerActionKind.StartHandler).Task;

        harness.AnswerSettle(first);
        harness.Advance(TimeSpan.Zero);

        Assert.Same(second, harness.Single(WorkerActionKind.ExtendLock).Task);
    }

    [Fact]
    public void A_failure_that_did_not_arrive_is_reported_under_the_new_lock()
    {
        var harness = CoreHarness.Started(slots: 4, lockDuration: TimeSpan.FromSeconds(10));
        var first = harness.Settling(new TaskFailure("no network"), retries: 3);
        harness.AnswerSettle(first, CoreHarness.Refused);
        harness.Advance(TimeSpan.FromSeconds(15));
        var poll = harness.Group.LongPoll!;

        harness.AnswerPoll(poll, harness.Task(first.Fetched.TaskId, retries: 3));
        harness.None(WorkerActionKind.StartHandler);
        Assert.Equal(poll.WorkerId, first.Lock.WorkerId);
        harness.AnswerSettle(first, CoreHarness.Stolen);

        Assert.Same(first, harness.Single(WorkerActionKind.Settle).Task);
        Assert.Equal(poll.WorkerId, first.Delivery!.SentAs);
    }

    [Fact]
    public void A_completion_refused_under_the_old_lock_is_sent_under_the_new_one()
    {
        var harness = CoreHarness.Started(slots: 4, lockDuration: TimeSpan.FromSeconds(10));
        var task = harness.Settling();
        harness.Advance(TimeSpan.FromSeconds(11));

        harness.AnswerPoll(harness.Group.LongPoll!, harness.Task(task.Fetched.TaskId));
        harness.None(WorkerActionKind.StartHandler);
        harness.AnswerSettle(task, CoreHarness.Stolen);

        Assert.Same(task, harness.Single(WorkerActionKind.Settle).Task);
        Assert.Equal(task.Lock.WorkerId, task.Delivery!.SentAs);
    }

    [Fact]
    public void A_relock_refused_for_the_old_worker_id_does_not_cancel_the_handler()
    {
        var harness = CoreHarness.Started(slots: 4, lockDuration: TimeSpan.FromSeconds(10));
        var task = harness.Running();
        harness.Advance(TimeSpan.FromSeconds(5));
        harness.AnswerLock(task, error: CoreHarness.Refused);
        harness.Advance(TimeSpan.FromSeconds(6));
        Assert.True(task.Lock.IsCallPending);

        harness.AnswerPoll(harness.Group.LongPoll!, harness.Task(task.Fetched.TaskId));
        harness.AnswerLock(task, isRelock: true, CoreHarness.Stolen);

        harness.None(WorkerActionKind.CancelHandler);
        Assert.Equal(CancelReason.None, task.Canceled);
    }
}
