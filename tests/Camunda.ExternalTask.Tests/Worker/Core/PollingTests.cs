using Camunda.ExternalTask.Http;
using Camunda.ExternalTask.Protocol;
using Camunda.ExternalTask.Worker.Core;

namespace Camunda.ExternalTask.Tests.Worker.Core;

public class PollingTests
{
    [Fact]
    public void Case129_A_started_worker_polls_for_all_its_slots()
    {
        var harness = CoreHarness.Started(slots: 4);

        var poll = harness.Single(WorkerActionKind.SendPoll).Poll;
        Assert.Equal(4, poll.MaxTasks);
        Assert.Equal(TimeSpan.FromSeconds(20), poll.Timeout);
    }

    [Fact]
    [Trait("Situation", "68")]
    public void Case133a_Every_poll_has_a_worker_id_of_its_own()
    {
        var harness = CoreHarness.Started();
        var first = harness.Group.LongPoll!;

        harness.Advance(first.Timeout);
        harness.AnswerPoll(first);

        Assert.Equal("w#1", first.WorkerId);
        Assert.Equal("w#2", harness.Single(WorkerActionKind.SendPoll).Poll.WorkerId);
    }

    [Fact]
    [Trait("Situation", "77")]
    public void The_next_poll_asks_for_the_slots_that_are_left()
    {
        var harness = CoreHarness.Started(slots: 4);

        harness.AnswerPoll(harness.Group.LongPoll!, harness.Task(), harness.Task(), harness.Task());

        Assert.Equal(1, harness.Single(WorkerActionKind.SendPoll).Poll.MaxTasks);
    }

    [Fact]
    public void Without_a_free_slot_no_poll_goes_out_until_a_handler_ends()
    {
        var harness = CoreHarness.Started(slots: 2);
        harness.AnswerPoll(harness.Group.LongPoll!, harness.Task(), harness.Task());
        harness.None(WorkerActionKind.SendPoll);
        var task = harness.Actions.First(action => action.Kind == WorkerActionKind.StartHandler).Task;

        harness.End(task);

        Assert.Equal(1, harness.Single(WorkerActionKind.SendPoll).Poll.MaxTasks);
    }

    [Fact]
    public void A_slow_task_does_not_hold_others_back()
    {
        var harness = CoreHarness.Started(slots: 2);
        var slow = harness.Running();

        for (var i = 0; i < 50; i++)
        {
            var quick = harness.Running();
            harness.End(quick);
            harness.AnswerSettle(quick);
        }

        Assert.Equal(TaskPhase.Running, slow.Phase);
        Assert.Equal(1, harness.Core.InFlight);
    }

    [Fact]
    public void Polls_stop_when_twice_as_many_results_as_slots_are_in_flight()
    {
        var harness = CoreHarness.Started(slots: 2);
        List<WorkerTask> settling = [];
        while (settling.Count < 4)
        {
            settling.Add(harness.Settling());
        }

        harness.Advance(TimeSpan.FromSeconds(20));
        harness.AnswerPoll(harness.Group.LongPoll!);
        harness.None(WorkerActionKind.SendPoll);

        harness.AnswerSettle(settling[0]);

        harness.Single(WorkerActionKind.SendPoll);
    }

    [Fact]
    public void Case030_Polls_that_are_answered_at_once_with_nothing_are_not_sent_at_once_again()
    {
        var harness = CoreHarness.Started();
        var polls = 0;
        for (var passed = 0; passed < 1000; passed++)
        {
            if (harness.Group.LongPoll is { } poll)
            {
                polls++;
                harness.AnswerPoll(poll);
                harness.None(WorkerActionKind.SendPoll);
            }

            harness.Advance(TimeSpan.FromMilliseconds(1));
        }

        Assert.Equal(4, polls);
    }

    [Fact]
    public void After_a_failure_the_worker_waits_within_the_jitter_and_polls_again()
    {
        var harness = CoreHarness.Started();

        for (var failures = 1; failures <= 12; failures++)
        {
            harness.FailPoll(harness.Group.LongPoll!, CoreHarness.Refused);
            harness.None(WorkerActionKind.SendPoll);
            var wait = harness.Group.PollNotBefore - harness.Now;
            Assert.InRange(wait, TimeSpan.Zero, Backoff.Bound(failures, TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(5)));

            harness.Advance(TimeSpan.FromSeconds(5));
            harness.Single(WorkerActionKind.SendPoll);
        }
    }

    [Fact]
    [Trait("Situation", "13")]
    public void Case057_The_server_s_wish_to_wait_is_granted()
    {
        var harness = CoreHarness.Started();

        harness.FailPoll(harness.Group.LongPoll!, new EngineError(503, "busy") { RetryAfter = TimeSpan.FromSeconds(7) });

        Assert.Equal(TimeSpan.FromSeconds(7), harness.Group.PollNotBefore);
    }

    [Fact]
    public void Case133_An_outage_is_reported_once_at_its_begin_and_once_at_its_end()
    {
        var harness = CoreHarness.Started();
        List<WorkerEventKind> events = [];
        for (var i = 0; i < 6; i++)
        {
            harness.FailPoll(harness.Group.LongPoll!, CoreHarness.Refused);
            events.AddRange(harness.Events);
            harness.Advance(TimeSpan.FromSeconds(30));
        }

        harness.AnswerPoll(harness.Group.LongPoll!);

        events.AddRange(harness.Events);
        Assert.Single(events, WorkerEventKind.OutageBegan);
        Assert.Single(events, WorkerEventKind.OutageEnded);
        Assert.Equal(0, harness.Group.Failures);
    }

    [Fact]
    [Trait("Situation", "10")]
    public void Case027_Tasks_that_came_before_the_answer_broke_off_are_run_and_the_rest_is_swept()
    {
        var harness = CoreHarness.Started();
        var poll = harness.Group.LongPoll!;

        harness.FailPoll(poll, CoreHarness.LostAnswer, harness.Task());

        harness.Single(WorkerActionKind.StartHandler);
        Assert.Equal(poll.WorkerId, harness.Single(WorkerActionKind.ListOrphans).Sweep.WorkerId);
    }

    [Fact]
    [Trait("Situation", "18")]
    public void Polls_that_something_between_cuts_become_shorter()
    {
        var harness = CoreHarness.Started();
        for (var i = 0; i < 3; i++)
        {
            harness.Advance(TimeSpan.FromSeconds(7));
            harness.FailPoll(harness.Group.LongPoll!, new EngineError(504, "gateway timeout") { IsAmbiguous = true });
            if (i < 2)
            {
                harness.Advance(harness.Group.PollNotBefore - harness.Now);
            }
        }

        Assert.Contains(WorkerEventKind.PollsShortened, harness.Events);
        Assert.Equal(TimeSpan.FromSeconds(3.5), harness.Group.PollTimeout);
    }

    [Fact]
    [Trait("Situation", "39")]
    public void Case032_A_task_of_an_unknown_topic_is_unlocked()
    {
        var harness = CoreHarness.Started();

        harness.AnswerPoll(harness.Group.LongPoll!, harness.Task(id: "stray", topic: "other"));

        Assert.Equal("stray", harness.Single(WorkerActionKind.UnlockOrphan).Orphan.TaskId);
        Assert.Contains(WorkerEventKind.UnknownTopic, harness.Events);
    }
}
