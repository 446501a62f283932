using Camunda.ExternalTask.Protocol;
using Camunda.ExternalTask.Worker.Core;

namespace Camunda.ExternalTask.Tests.Worker.Core;

/// <summary>When a result is sent again, and when the worker gives it up.</summary>
public class SettleRepeatTests
{
    [Fact]
    [Trait("Situation", "13")]
    public void The_server_s_wish_to_wait_is_granted_to_results()
    {
        var harness = CoreHarness.Started();
        var task = harness.Settling();

        harness.AnswerSettle(task, new EngineError(503, "busy") { RetryAfter = TimeSpan.FromSeconds(7) });
        harness.Advance(TimeSpan.FromSeconds(6.9));
        harness.None(WorkerActionKind.Settle);
        harness.Advance(TimeSpan.FromSeconds(0.1));

        harness.Single(WorkerActionKind.Settle);
    }

    [Theory]
    [InlineData(360, true)]
    [InlineData(361, false)]
    public void A_result_is_sent_until_five_minutes_after_the_end_of_the_lock(int seconds, bool waits)
    {
        var harness = CoreHarness.Started();
        var task = harness.Settling();

        harness.AnswerSettle(task, new EngineError(503, "busy") { RetryAfter = TimeSpan.FromSeconds(seconds) });

        Assert.Equal(waits ? 1 : 0, harness.Core.InFlight);
        Assert.Equal(!waits, harness.Events.Contains(WorkerEventKind.ResultAbandoned));
        Assert.Equal(waits, harness.Events.Contains(WorkerEventKind.ResultRetried));
    }

    [Fact]
    public void Waits_that_overlap_are_kept()
    {
        var harness = CoreHarness.Started();
        var first = harness.Settling();
        var second = harness.Settling();
        harness.AnswerSettle(first, new EngineError(503, "busy") { RetryAfter = TimeSpan.FromSeconds(2) });
        harness.AnswerSettle(second, new EngineError(503, "busy") { RetryAfter = TimeSpan.FromSeconds(4) });
        harness.Advance(TimeSpan.FromSeconds(2));
        Assert.Same(first, harness.Single(WorkerActionKind.Settle).Task);

        harness.Advance(TimeSpan.FromSeconds(2));

        Assert.Same(second, harness.Single(WorkerActionKind.Settle).Task);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Errors_that_are_not_the_engine_s_and_optimistic_locking_interrupt_the_count(bool isOptimistic)
    {
        var harness = CoreHarness.Started();
        var task = harness.Settling();
        var other = isOptimistic ? CoreHarness.Optimistic : new EngineError(500, "<html>");
        foreach (var error in new[] { CoreHarness.StepThrows, CoreHarness.StepThrows, other, CoreHarness.StepThrows, CoreHarness.StepThrows })
        {
            harness.AnswerSettle(task, error);
            harness.Advance(TimeSpan.FromSeconds(5));
            Assert.Equal(SettlementKind.Complete, task.Settlement!.Kind);
        }

        harness.AnswerSettle(task, CoreHarness.StepThrows);

        Assert.Equal(SettlementKind.Failure, task.Settlement!.Kind);
    }

    [Fact]
    public void A_replaced_result_starts_with_no_attempts_and_no_doubt()
    {
        var harness = CoreHarness.Started();
        var task = harness.Settling();
        harness.AnswerSettle(task, CoreHarness.LostAnswer);
        harness.Advance(TimeSpan.FromSeconds(1));
        for (var i = 0; i < SettleClassifier.MaxEngineErrors; i++)
        {
            harness.AnswerSettle(task, CoreHarness.StepThrows);
            harness.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal((0, 0, false), (task.Delivery!.Tries, task.Delivery.EngineErrors, task.Delivery.IsAmbiguous));
        harness.AnswerSettle(task, CoreHarness.StepThrows);
        Assert.Contains(WorkerEventKind.ResultRetried, harness.Events);
        harness.Advance(TimeSpan.FromSeconds(1));
        harness.AnswerSettle(task, CoreHarness.Gone);
        Assert.Contains(WorkerEventKind.TaskGone, harness.Events);
    }

    [Fact]
    public void A_result_for_an_instance_that_is_suspended_during_a_stop_is_released()
    {
        var harness = CoreHarness.Started();
        var task = harness.Settling();
        harness.Stop();

        harness.AnswerSettle(task, CoreHarness.Suspended);

        Assert.Equal(SettlementKind.Unlock, harness.Single(WorkerActionKind.Settle).Task.Settlement!.Kind);
        Assert.DoesNotContain(WorkerEventKind.ResultHeld, harness.Events);
        harness.AnswerSettle(task);
        Assert.Equal((0, 0), (harness.Core.InFlight, harness.Group.Settling));
    }

    [Fact]
    public void The_release_of_a_held_result_is_counted_until_it_is_answered()
    {
        var harness = CoreHarness.Started();
        var task = harness.Settling();
        harness.AnswerSettle(task, CoreHarness.Suspended);

        harness.Stop();
        Assert.Equal((TaskPhase.Settling, 1), (task.Phase, harness.Group.Settling));
        harness.AnswerSettle(task);

        Assert.Equal(0, harness.Group.Settling);
    }

    [Fact]
    public void A_refused_result_that_waited_for_a_lock_call_goes_out_once()
    {
        var harness = CoreHarness.Started();
        var task = harness.Running();
        harness.Advance(TimeSpan.FromSeconds(30));
        harness.End(task);
        harness.AnswerSettle(task, CoreHarness.Stolen);
        harness.Advance(TimeSpan.FromSeconds(1));
        harness.None(WorkerActionKind.Settle);

        harness.AnswerLock(task);
        harness.Single(WorkerActionKind.Settle);
        Assert.False(task.Delivery!.WaitsForLockCall);
        harness.AnswerSettle(task);
        Assert.Equal(0, harness.Core.InFlight);
    }

    [Fact]
    public void A_release_at_the_end_of_its_lock_is_looked_up()
    {
        var harness = CoreHarness.Started();
        var task = harness.Running();
        task.Lock.Until = harness.Now;

        harness.End(task, TaskOutcome.Released());

        harness.None(WorkerActionKind.Settle);
        Assert.Equal(0, harness.Core.InFlight);
        Assert.Equal(0, harness.Group.Settling);
    }
}
