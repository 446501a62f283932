using Camunda.ExternalTask.Protocol;
using Camunda.ExternalTask.Worker.Core;

namespace Camunda.ExternalTask.Tests.Worker.Core;

/// <summary>How long the worker waits between polls: back-off, the user's own rule, the poll interval.</summary>
public class PauseTests
{
    [Fact]
    public void Case130_Delay_factor_cap_and_jitter_are_the_user_s()
    {
        var harness = CoreHarness.Started(change: static plan => plan with
        {
            Backoff = new() { InitialDelay = TimeSpan.FromMilliseconds(500), Factor = 3, MaxDelay = TimeSpan.FromSeconds(10), Jitter = false },
        });
        List<double> waits = [];
        for (var failures = 0; failures < 5; failures++)
        {
            harness.FailPoll(harness.Group.LongPoll!, CoreHarness.Refused);
            waits.Add((harness.Group.PollNotBefore - harness.Now).TotalMilliseconds);
            harness.Advance(harness.Group.PollNotBefore - harness.Now);
        }

        Assert.Equal([500, 1500, 4500, 10000, 10000], waits);
    }

    [Fact]
    public void Case131_The_strategy_receives_the_result_and_its_delay_is_used()
    {
        var harness = WithStrategy();
        harness.FailPoll(harness.Group.LongPoll!, new EngineError(503, "busy") { RetryAfter = TimeSpan.FromSeconds(7) });
        harness.FailPoll(Answer(harness, TimeSpan.Zero), CoreHarness.Refused);

        var poll = harness.Single(WorkerActionKind.ChooseBackoff).Poll;
        var result = poll.Result!;
        Assert.Equal((2, 0, null), (result.ConsecutiveFailures, result.ConsecutiveEmptyAnswers, result.RetryAfter));
        Assert.Contains("connection refused", result.Error!.Message);
        Assert.InRange(result.ProposedDelay, TimeSpan.Zero, TimeSpan.FromMilliseconds(200));
        Assert.Equal(["topic"], result.Topics);

        harness.Play(core => core.BackoffChosen(harness.Now, poll, TimeSpan.FromSeconds(3), null));
        harness.None(WorkerActionKind.SendPoll);
        harness.Advance(TimeSpan.FromSeconds(2.9));
        harness.None(WorkerActionKind.SendPoll);
        harness.Advance(TimeSpan.FromSeconds(0.1));
        harness.Single(WorkerActionKind.SendPoll);
    }

    [Fact]
    public void Case131_The_strategy_sees_tasks_and_empty_answers_and_nothing_is_fetched_before_its_word()
    {
        var harness = WithStrategy();
        harness.Advance(TimeSpan.FromSeconds(20));
        harness.AnswerPoll(harness.Group.LongPoll!);
        var second = Answer(harness, TimeSpan.Zero);
        harness.Advance(TimeSpan.FromSeconds(20));
        harness.AnswerPoll(second);
        Assert.Equal(2, harness.Single(WorkerActionKind.ChooseBackoff).Poll.Result!.ConsecutiveEmptyAnswers);

        harness.AnswerPoll(Answer(harness, TimeSpan.Zero), harness.Task());
        harness.Single(WorkerActionKind.StartHandler);
        harness.None(WorkerActionKind.SendPoll);
        var result = harness.Single(WorkerActionKind.ChooseBackoff).Poll.Result!;
        Assert.Equal((1, 0, 0, null, TimeSpan.Zero), (result.Tasks.Count, result.ConsecutiveEmptyAnswers, result.ConsecutiveFailures, result.Error, result.ProposedDelay));
    }

    [Fact]
    public void Case131_A_strategy_that_fails_is_reported_once_until_it_succeeds_and_the_proposed_delay_is_used()
    {
        var harness = WithStrategy();
        List<WorkerEventKind> events = [];
        (TimeSpan Wait, Exception? Failure)[] answers =
            [(default, new InvalidOperationException("mine")), (TimeSpan.FromSeconds(-1), null), (TimeSpan.MaxValue, null), (TimeSpan.Zero, null), (default, new InvalidOperationException("again"))];
        foreach (var (wait, failure) in answers)
        {
            harness.FailPoll(harness.Group.LongPoll!, new EngineError(503, "busy") { RetryAfter = TimeSpan.FromSeconds(60) });
            var poll = harness.Single(WorkerActionKind.ChooseBackoff).Poll;
            var proposed = poll.Result!.ProposedDelay;
            harness.Play(core => core.BackoffChosen(harness.Now, poll, wait, failure));
            events.AddRange(harness.Events);
            Assert.Equal(wait == TimeSpan.Zero && failure is null ? TimeSpan.Zero : proposed, harness.Group.PollNotBefore - harness.Now is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero);
            harness.Advance(TimeSpan.FromSeconds(60));
        }

        Assert.Equal(2, events.Count(occurred => occurred == WorkerEventKind.BackoffStrategyFailed));
    }

    [Fact]
    public void Without_back_off_empty_answers_that_come_at_once_stay_apart()
    {
        var harness = WithStrategy();
        harness.AnswerPoll(harness.Group.LongPoll!);

        var poll = harness.Single(WorkerActionKind.ChooseBackoff).Poll;
        harness.Play(core => core.BackoffChosen(harness.Now, poll, TimeSpan.Zero, null));

        Assert.Equal(TimeSpan.FromMilliseconds(250), harness.Group.PollNotBefore - harness.Now);
    }

    [Fact]
    public void A_stopping_worker_asks_no_strategy()
    {
        var harness = WithStrategy();
        harness.Stop();

        harness.AnswerPoll(harness.Group.LongPoll!);

        harness.None(WorkerActionKind.ChooseBackoff);
        harness.Single(WorkerActionKind.Stopped);
    }

    [Fact]
    public void The_poll_interval_lies_between_an_answer_and_the_next_poll()
    {
        var harness = WithInterval();
        harness.Advance(TimeSpan.FromSeconds(1));
        var task = harness.Running();
        harness.None(WorkerActionKind.SendPoll);

        harness.End(task);
        harness.AnswerSettle(task);
        harness.Advance(TimeSpan.FromSeconds(4.9));
        harness.None(WorkerActionKind.SendPoll);
        harness.Advance(TimeSpan.FromSeconds(0.1));
        harness.Single(WorkerActionKind.SendPoll);
    }

    [Fact]
    public void A_retry_that_falls_due_under_a_pending_poll_does_not_wait_for_the_poll_interval()
    {
        var harness = WithInterval();
        var task = harness.Running();
        harness.End(task, new TaskFailure("no") { Retries = 1, RetryTimeout = TimeSpan.FromSeconds(6) });
        harness.AnswerSettle(task);
        harness.Advance(TimeSpan.FromSeconds(5));
        Assert.True(harness.Single(WorkerActionKind.SendPoll).Poll.IsLong);

        harness.Advance(TimeSpan.FromSeconds(1.1));

        Assert.False(harness.Single(WorkerActionKind.SendPoll).Poll.IsLong);
    }

    private static CoreHarness WithStrategy() =>
        CoreHarness.Started(change: static plan => plan with { Backoff = new() { Strategy = static _ => throw new InvalidOperationException("The core must not call it.") } });

    private static CoreHarness WithInterval() => CoreHarness.Started(change: static plan => plan with { PollInterval = TimeSpan.FromSeconds(5) });

    /// <summary>Gives the strategy's word; the next poll goes out.</summary>
    private static WorkerPoll Answer(CoreHarness harness, TimeSpan wait)
    {
        var asked = harness.Actions.SingleOrDefault(action => action.Kind == WorkerActionKind.ChooseBackoff).Poll;
        if (asked is not null)
        {
            harness.Play(core => core.BackoffChosen(harness.Now, asked, wait, null));
        }

        return harness.Group.LongPoll!;
    }
}
