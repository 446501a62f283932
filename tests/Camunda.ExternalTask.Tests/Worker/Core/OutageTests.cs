using Camunda.ExternalTask.Protocol;
using Camunda.ExternalTask.Worker.Core;

namespace Camunda.ExternalTask.Tests.Worker.Core;

/// <summary>What counts as an outage, and when polls become shorter.</summary>
public class OutageTests
{
    [Fact]
    public void The_end_of_an_outage_is_reported_with_the_time_since_the_first_failure()
    {
        var harness = CoreHarness.Started();
        harness.Advance(TimeSpan.FromSeconds(5));
        Fail(harness, CoreHarness.Refused);
        harness.Advance(TimeSpan.FromSeconds(1));
        Fail(harness, CoreHarness.Refused);
        harness.Advance(TimeSpan.FromSeconds(2));

        harness.AnswerPoll(harness.Group.LongPoll!);

        Assert.Equal(harness.Now - TimeSpan.FromSeconds(5), harness.Reported(WorkerEventKind.OutageEnded).Duration);
    }

    [Fact]
    public void A_failed_poll_is_reported_with_its_poll_its_error_and_its_figures()
    {
        var harness = CoreHarness.Started();
        Fail(harness, CoreHarness.Refused);
        harness.Advance(TimeSpan.FromSeconds(1));
        var poll = harness.Group.LongPoll!;
        var sentAt = poll.SentAt;

        harness.FailPoll(poll, CoreHarness.LostAnswer, harness.Task(), harness.Task());

        Assert.Equal(
            new Occurrence(WorkerEventKind.PollFailed) { Poll = poll, Error = CoreHarness.LostAnswer, Count = 2, Duration = harness.Now - sentAt, Attempt = 2 },
            harness.Reported(WorkerEventKind.PollFailed));
        Assert.Equal(
            new Occurrence(WorkerEventKind.OutageBegan) { Poll = poll, Error = CoreHarness.LostAnswer },
            harness.Reported(WorkerEventKind.OutageBegan));
    }

    [Fact]
    public void An_answered_poll_is_reported_with_its_figures()
    {
        var harness = CoreHarness.Started();
        Fail(harness, CoreHarness.Refused);
        harness.Advance(TimeSpan.FromSeconds(3));
        var poll = harness.Group.LongPoll!;

        harness.AnswerPoll(poll, harness.Task());

        Assert.Equal(
            new Occurrence(WorkerEventKind.PollSucceeded) { Poll = poll, Count = 1, Duration = harness.Now - poll.SentAt },
            harness.Reported(WorkerEventKind.PollSucceeded));
    }

    [Fact]
    [Trait("Situation", "6")]
    public void A_single_retryable_failure_is_not_an_outage_but_missing_credentials_are()
    {
        var harness = CoreHarness.Started();
        harness.FailPoll(harness.Group.LongPoll!, CoreHarness.Refused);
        Assert.DoesNotContain(WorkerEventKind.OutageBegan, harness.Events);

        harness = CoreHarness.Started();
        harness.FailPoll(harness.Group.LongPoll!, new EngineError(401, "no"));
        Assert.Contains(WorkerEventKind.OutageBegan, harness.Events);
    }

    [Fact]
    public void Each_outage_is_reported()
    {
        var harness = CoreHarness.Started();
        for (var i = 0; i < 2; i++)
        {
            Fail(harness, CoreHarness.Refused);
            harness.FailPoll(harness.Group.LongPoll!, CoreHarness.Refused);
            Assert.Contains(WorkerEventKind.OutageBegan, harness.Events);
            harness.Advance(harness.Group.PollNotBefore - harness.Now);
            harness.AnswerPoll(harness.Group.LongPoll!);
            Assert.Contains(WorkerEventKind.OutageEnded, harness.Events);
            harness.Advance(TimeSpan.FromSeconds(1));
        }
    }

    [Theory]
    [InlineData(true, false, false, 1)]
    [InlineData(true, true, false, 0)]
    [InlineData(true, false, true, 0)]
    [InlineData(false, true, false, 1)]
    public void A_response_that_brought_something_before_it_became_unreadable_is_not_a_failure(bool isUnreadable, bool hasTask, bool hasOversized, int failures)
    {
        var harness = CoreHarness.Started();
        var error = new EngineError(0, "broken") { IsAmbiguous = true, IsUnreadable = isUnreadable };

        var answer = new PollAnswer(hasTask ? [harness.Task()] : [], null, error) { Oversized = hasOversized ? harness.Task() : null };
        harness.Play(core => core.PollAnswered(harness.Now, harness.Group.LongPoll!, answer));

        Assert.Equal(failures, harness.Group.Failures);
    }

    [Theory]
    [InlineData(7, true, false, 3.5)]
    [InlineData(1.5, true, false, 1)]
    [InlineData(1, true, false, 1)]
    [InlineData(0.9, true, false, 20)]
    [InlineData(20, true, false, 20)]
    [InlineData(19.9, true, false, 9.95)]
    [InlineData(7, false, false, 20)]
    [InlineData(7, true, true, 20)]
    [Trait("Situation", "18")]
    public void Three_polls_that_are_cut_shorten_the_next_to_half_their_age(double age, bool isAmbiguous, bool isUnreadable, double timeout)
    {
        var harness = CoreHarness.Started();
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(TimeSpan.FromSeconds(20), harness.Group.PollTimeout);
            Cut(harness, age, isAmbiguous, isUnreadable);
        }

        Assert.Equal(TimeSpan.FromSeconds(timeout), harness.Group.PollTimeout);
    }

    [Fact]
    public void An_answered_poll_between_them_starts_the_count_again()
    {
        var harness = CoreHarness.Started();
        Cut(harness, 7);
        Cut(harness, 7);
        harness.AnswerPoll(harness.Group.LongPoll!);
        harness.Advance(TimeSpan.FromSeconds(1));
        Cut(harness, 7);
        Cut(harness, 7);

        Assert.Equal(TimeSpan.FromSeconds(20), harness.Group.PollTimeout);
    }

    [Fact]
    public void Shorter_polls_are_reported_and_must_be_cut_three_times_too()
    {
        var harness = CoreHarness.Started();
        Cut(harness, 7);
        Cut(harness, 7);
        harness.Advance(TimeSpan.FromSeconds(7));
        var poll = harness.Group.LongPoll!;
        var error = new EngineError(504, "gateway timeout") { IsAmbiguous = true };
        harness.FailPoll(poll, error);
        Assert.Equal(
            new Occurrence(WorkerEventKind.PollsShortened) { Poll = poll, Error = error, Duration = harness.Now - poll.SentAt },
            harness.Reported(WorkerEventKind.PollsShortened));
        harness.Advance(harness.Group.PollNotBefore - harness.Now);

        Cut(harness, 2);
        Cut(harness, 2);
        Assert.Equal(TimeSpan.FromSeconds(3.5), harness.Group.PollTimeout);
        Cut(harness, 2);
        Assert.Equal(TimeSpan.FromSeconds(1), harness.Group.PollTimeout);
    }

    private static void Fail(CoreHarness harness, EngineError error)
    {
        harness.FailPoll(harness.Group.LongPoll!, error);
        harness.Advance(harness.Group.PollNotBefore - harness.Now);
    }

    private static void Cut(CoreHarness harness, double age, bool isAmbiguous = true, bool isUnreadable = false)
    {
        harness.Advance(TimeSpan.FromSeconds(age));
        Fail(harness, new EngineError(504, "gateway timeout") { IsAmbiguous = isAmbiguous, IsUnreadable = isUnreadable });
    }
}
