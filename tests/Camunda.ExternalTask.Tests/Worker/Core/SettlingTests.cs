using Camunda.ExternalTask.Protocol;
using Camunda.ExternalTask.Worker.Core;

namespace Camunda.ExternalTask.Tests.Worker.Core;

public class SettlingTests
{
    [Fact]
    public void A_result_the_engine_has_ends_the_task()
    {
        var harness = CoreHarness.Started();
        var task = harness.Settling();
        Assert.Equal(SettlementKind.Complete, task.Settlement!.Kind);

        harness.AnswerSettle(task);

        Assert.Contains(WorkerEventKind.TaskCompleted, harness.Events);
        Assert.Equal(0, harness.Core.InFlight);
        Assert.Equal(0, harness.Group.Settling);
    }

    [Fact]
    [Trait("Situation", "24")]
    public void Optimistic_locking_is_tried_again_within_milliseconds_and_the_handler_does_not_run_again()
    {
        var harness = CoreHarness.Started();
        var task = harness.Settling();

        for (var i = 0; i < 5; i++)
        {
            harness.AnswerSettle(task, CoreHarness.Optimistic);
            harness.None(WorkerActionKind.StartHandler);
            harness.Advance(TimeSpan.FromSeconds(1));
            harness.Single(WorkerActionKind.Settle);
        }

        harness.AnswerSettle(task);
        Assert.Contains(WorkerEventKind.TaskCompleted, harness.Events);
    }

    [Fact]
    [Trait("Situation", "1")]
    public void Gone_after_a_lost_answer_means_done()
    {
        var harness = CoreHarness.Started();
        var task = harness.Settling();
        harness.AnswerSettle(task, CoreHarness.LostAnswer);
        harness.Advance(TimeSpan.FromSeconds(5));

        harness.AnswerSettle(task, CoreHarness.Gone);

        Assert.Equal([WorkerEventKind.CompletionFailed, WorkerEventKind.ResultAssumedDone], harness.Events);
    }

    [Fact]
    [Trait("Situation", "28")]
    [Trait("Situation", "38")]
    public void Gone_at_the_first_try_is_neither_an_error_nor_a_failure()
    {
        var harness = CoreHarness.Started();
        var task = harness.Settling();

        harness.AnswerSettle(task, CoreHarness.Gone);

        Assert.Equal([WorkerEventKind.CompletionFailed, WorkerEventKind.TaskGone], harness.Events);
        harness.None(WorkerActionKind.Settle);
    }

    [Fact]
    [Trait("Situation", "2")]
    public void Case104_A_repeated_failure_report_carries_the_same_numbers()
    {
        var harness = CoreHarness.Started(retryCycle: RetryCycle.Repeat(3, TimeSpan.FromSeconds(9)));
        var task = harness.Settling(new TaskFailure("no"), retries: 2);
        var first = task.Settlement;

        harness.AnswerSettle(task, CoreHarness.LostAnswer);
        harness.Advance(TimeSpan.FromSeconds(5));

        Assert.Same(first, harness.Single(WorkerActionKind.Settle).Task.Settlement);
        Assert.Equal(1, first!.Retries);
        Assert.Equal(TimeSpan.FromSeconds(9), first.RetryTimeout);
    }

    [Fact]
    [Trait("Situation", "26")]
    public void A_refused_value_becomes_an_incident_with_the_engine_s_words()
    {
        foreach (var refusal in new[] { CoreHarness.TooLong, CoreHarness.NotConvertible })
        {
            var harness = CoreHarness.Started();
            var task = harness.Settling();

            harness.AnswerSettle(task, refusal);

            var settlement = harness.Single(WorkerActionKind.Settle).Task.Settlement!;
            Assert.Equal((SettlementKind.Failure, 0), (settlement.Kind, settlement.Retries));
            Assert.Contains(refusal.Message, settlement.Message);
            harness.AnswerSettle(task);
            Assert.Contains(WorkerEventKind.IncidentCreated, harness.Events);
        }
    }

    [Fact]
    [Trait("Situation", "27")]
    public void A_step_that_throws_each_time_becomes_a_failure_with_one_retry_less()
    {
        var harness = CoreHarness.Started();
        var task = harness.Settling(retries: 3);
        for (var i = 0; i < SettleClassifier.MaxEngineErrors - 1; i++)
        {
            harness.AnswerSettle(task, CoreHarness.StepThrows);
            harness.Advance(TimeSpan.FromSeconds(1));
            Assert.Equal(SettlementKind.Complete, task.Settlement!.Kind);
        }

        harness.AnswerSettle(task, CoreHarness.StepThrows);

        Assert.Equal((SettlementKind.Failure, 2), (task.Settlement!.Kind, task.Settlement.Retries));
        Assert.Contains(CoreHarness.StepThrows.Message, task.Settlement.Message);
    }

    [Fact]
    public void Case104_A_failure_that_is_refused_too_is_abandoned_and_reported()
    {
        var harness = CoreHarness.Started();
        var task = harness.Settling();
        harness.AnswerSettle(task, CoreHarness.TooLong);

        harness.AnswerSettle(task, CoreHarness.NotConvertible);

        Assert.Contains(WorkerEventKind.ResultAbandoned, harness.Events);
        Assert.Equal(0, harness.Core.InFlight);
    }

    [Fact]
    public void A_result_that_cannot_be_written_becomes_an_incident()
    {
        var harness = CoreHarness.Started();
        var task = harness.Settling();

        harness.Play(core => core.SettleUnwritable(harness.Now, task, new InvalidOperationException("Variable 'x' holds half a character.")));

        Assert.Equal((SettlementKind.Failure, 0), (task.Settlement!.Kind, task.Settlement.Retries));
        harness.Single(WorkerActionKind.Settle);
    }

    [Fact]
    [Trait("Situation", "30")]
    public void A_result_for_a_suspended_instance_is_kept_without_holding_up_polls()
    {
        var harness = CoreHarness.Started(slots: 1);
        var task = harness.Settling();

        harness.AnswerSettle(task, CoreHarness.Suspended);

        Assert.Equal(TaskPhase.Held, task.Phase);
        Assert.Equal(0, harness.Group.Settling);
        harness.Advance(TimeSpan.FromSeconds(5.1));
        harness.Single(WorkerActionKind.Settle);
        harness.AnswerSettle(task);
        Assert.Contains(WorkerEventKind.TaskCompleted, harness.Events);
        Assert.Equal(0, harness.Core.InFlight);
    }

    [Fact]
    [Trait("Situation", "15")]
    public void An_outage_is_waited_out_while_the_result_can_still_be_of_use_and_not_longer()
    {
        var harness = CoreHarness.Started();
        var task = harness.Settling();
        var tries = 1;
        harness.AnswerSettle(task, CoreHarness.Refused);
        while (task.Phase == TaskPhase.Settling && tries < 1000)
        {
            harness.Advance(TimeSpan.FromSeconds(0.5));
            foreach (var action in harness.Actions)
            {
                tries += action.Kind == WorkerActionKind.Settle ? 1 : 0;
                harness.Refuse(action);
            }
        }

        Assert.InRange(harness.Now, TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(6.5));
        Assert.InRange(tries, 10, 200);
        Assert.Equal(0, harness.Core.InFlight);
    }

    [Theory]
    [InlineData(null, 3, 5)]
    [InlineData(3, 2, 30)]
    [InlineData(2, 1, 300)]
    [InlineData(1, 0, 0)]
    [InlineData(100, 99, 5)]
    [Trait("Situation", "33")]
    public void A_failure_follows_the_retry_cycle(int? retriesBefore, int retries, int seconds)
    {
        var settlement = Settlement.Of(new TaskFailure("no"), retriesBefore, RetryCycle.Default);

        Assert.Equal((retries, TimeSpan.FromSeconds(seconds)), (settlement.Retries, settlement.RetryTimeout));
    }

    [Fact]
    public void A_failure_with_numbers_of_its_own_keeps_them()
    {
        var settlement = Settlement.Of(new TaskFailure("no") { Retries = 7, RetryTimeout = TimeSpan.FromHours(1) }, 2, RetryCycle.Default);

        Assert.Equal((7, TimeSpan.FromHours(1)), (settlement.Retries, settlement.RetryTimeout));
    }

    [Fact]
    public void What_a_stop_has_to_give_up_is_reported_with_the_reason()
    {
        var harness = CoreHarness.Started();
        var task = harness.Settling();
        harness.AnswerPoll(harness.Group.LongPoll!);
        harness.AnswerSettle(task, CoreHarness.Refused);
        harness.Stop();
        List<WorkerAction> actions = [];
        while (harness.Core.InFlight > 0 && harness.Now < TimeSpan.FromMinutes(1))
        {
            harness.Advance(TimeSpan.FromMilliseconds(100));
            actions.AddRange(harness.Actions);
            if (task.Delivery!.IsPending)
            {
                harness.AnswerSettle(task, CoreHarness.Refused);
                actions.AddRange(harness.Actions);
            }
        }

        Assert.Same(CoreHarness.Refused, Assert.Single(actions, action => action.Occurrence.Kind == WorkerEventKind.ResultAbandoned).Occurrence.Error);
    }
}
