using Camunda.ExternalTask.Worker.Core;

namespace Camunda.ExternalTask.Tests.Worker.Core;

public class HealthReaderTests
{
    [Fact]
    public void Before_the_first_answer_there_is_no_age_and_afterwards_it_grows()
    {
        var harness = CoreHarness.Started();
        Assert.Null(harness.Core.ReadHealth(harness.Now).LastPollAge);

        harness.AnswerPoll(harness.Single(WorkerActionKind.SendPoll).Poll);
        Assert.Equal(TimeSpan.FromSeconds(7), harness.Core.ReadHealth(harness.Now + TimeSpan.FromSeconds(7)).LastPollAge);
    }

    [Fact]
    public void A_worker_without_a_free_slot_does_not_poll_and_is_none_the_worse()
    {
        var harness = CoreHarness.Started(slots: 1);
        harness.AnswerPoll(harness.Single(WorkerActionKind.SendPoll).Poll, harness.Task("t1"));
        harness.None(WorkerActionKind.SendPoll);

        var health = harness.Core.ReadHealth(harness.Now + TimeSpan.FromSeconds(20));
        Assert.Equal((TimeSpan.Zero, 1, true), (health.LastPollAge, health.InFlight, health.IsResponding));
    }

    [Fact]
    public void Failing_is_counted_from_the_first_failure_to_the_next_answer()
    {
        var harness = CoreHarness.Started();
        harness.FailPoll(harness.Single(WorkerActionKind.SendPoll).Poll, CoreHarness.Refused);
        harness.Advance(TimeSpan.FromMilliseconds(500));
        var health = harness.Core.ReadHealth(harness.Now);
        Assert.Equal((TimeSpan.FromMilliseconds(500), CoreHarness.Refused, false), (health.FailingFor, health.PollError, health.IsRefused));

        harness.AnswerPoll(harness.Group.LongPoll!);
        Assert.Null(harness.Core.ReadHealth(harness.Now).FailingFor);
    }

    [Fact]
    [Trait("Situation", "50")]
    public void A_handler_that_ignores_its_cancellation_is_overdue_after_half_a_minute()
    {
        var harness = CoreHarness.Started();
        harness.AnswerPoll(harness.Single(WorkerActionKind.SendPoll).Poll, harness.Task("t1"));
        var task = harness.Single(WorkerActionKind.StartHandler).Task;
        harness.Play(core => core.LockAnswered(harness.Now, task, isRelock: false, harness.Now, CoreHarness.Gone));

        Assert.Equal(0, harness.Core.ReadHealth(harness.Now + TimeSpan.FromSeconds(29)).OverdueHandlers);
        Assert.Equal(1, harness.Core.ReadHealth(harness.Now + TimeSpan.FromSeconds(30)).OverdueHandlers);
    }

    [Fact]
    public void A_result_is_delayed_after_half_a_minute()
    {
        var harness = CoreHarness.Started();
        harness.AnswerPoll(harness.Single(WorkerActionKind.SendPoll).Poll, harness.Task("t1"));
        var task = harness.Single(WorkerActionKind.StartHandler).Task;
        harness.Play(core => core.HandlerEnded(harness.Now, task, TaskOutcome.Completed()));

        Assert.Equal(0, harness.Core.ReadHealth(harness.Now + TimeSpan.FromSeconds(29)).DelayedResults);
        Assert.Equal(1, harness.Core.ReadHealth(harness.Now + TimeSpan.FromSeconds(30)).DelayedResults);
    }

    [Fact]
    [Trait("Situation", "66")]
    public void What_falls_due_and_is_not_done_for_half_a_minute_says_that_the_timer_is_dead()
    {
        var harness = CoreHarness.Started();
        harness.FailPoll(harness.Single(WorkerActionKind.SendPoll).Poll, CoreHarness.Refused);
        var due = harness.Core.WakeAt;

        Assert.True(harness.Core.ReadHealth(due + TimeSpan.FromSeconds(29)).IsResponding);
        Assert.False(harness.Core.ReadHealth(due + TimeSpan.FromSeconds(30)).IsResponding);
    }

    [Fact]
    public void A_poll_that_has_long_passed_its_deadline_is_forgotten()
    {
        var harness = CoreHarness.Started();
        var poll = harness.Single(WorkerActionKind.SendPoll).Poll;
        harness.Advance(poll.Timeout + TimeSpan.FromSeconds(89));
        Assert.True(harness.Core.ReadHealth(harness.Now).IsResponding);

        harness.Advance(TimeSpan.FromSeconds(1));
        Assert.False(harness.Core.ReadHealth(harness.Now).IsResponding);
    }

    [Fact]
    public void Of_several_the_worst_counts()
    {
        var good = new CoreHealth { LastPollAge = TimeSpan.FromSeconds(3), InFlight = 2 };
        var failing = new CoreHealth { LastPollAge = TimeSpan.FromSeconds(9), FailingFor = TimeSpan.FromSeconds(5), PollError = CoreHarness.Refused, InFlight = 1 };
        var refused = new CoreHealth { LastPollAge = null, FailingFor = TimeSpan.FromSeconds(1), PollError = new(401, "no"), IsRefused = true, IsResponding = false };

        Assert.Equal(failing with { InFlight = 3 }, CoreHealth.Worst(good, failing));
        Assert.Equal(failing with { InFlight = 3 }, CoreHealth.Worst(failing, good));
        var worst = CoreHealth.Worst(failing, refused);
        Assert.Equal((null, TimeSpan.FromSeconds(5), 401, true, false), (worst.LastPollAge, worst.FailingFor, worst.PollError!.Status, worst.IsRefused, worst.IsResponding));
    }
}
