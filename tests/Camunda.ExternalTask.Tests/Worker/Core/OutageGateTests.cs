using Camunda.ExternalTask.Worker.Core;

namespace Camunda.ExternalTask.Tests.Worker.Core;

/// <summary>What an outage holds back, and what ends that.</summary>
public class OutageGateTests
{
    /// <summary>So many failures in a row are an outage.</summary>
    private const int Outage = 5;

    [Fact]
    public void Results_wait_for_the_engine_and_go_out_with_its_first_answer()
    {
        var harness = CoreHarness.Started();
        var tasks = Running(harness, 4);
        Fail(harness, tasks[0], Outage);

        harness.End(tasks[0]);
        var probe = harness.Single(WorkerActionKind.Settle).Task;
        harness.End(tasks[1]);
        harness.None(WorkerActionKind.Settle);
        harness.End(tasks[2]);
        harness.None(WorkerActionKind.Settle);

        harness.AnswerSettle(probe);
        harness.Advance(TimeSpan.Zero);
        Assert.Equal([tasks[1], tasks[2]], harness.Actions.Where(action => action.Kind == WorkerActionKind.Settle).Select(action => action.Task));
    }

    [Fact]
    public void The_first_answer_ends_the_pause_after_failed_polls()
    {
        var harness = CoreHarness.Started();
        var tasks = Running(harness, 2);
        harness.FailPoll(harness.Group.LongPoll!, CoreHarness.Refused);
        Fail(harness, tasks[0], Outage);
        harness.None(WorkerActionKind.SendPoll);

        harness.AnswerLock(tasks[0]);

        harness.Single(WorkerActionKind.SendPoll);
    }

    [Fact]
    public void The_pause_that_the_server_requests_is_kept()
    {
        var harness = CoreHarness.Started();
        var tasks = Running(harness, 2);
        harness.FailPoll(harness.Group.LongPoll!, CoreHarness.Refused with { RetryAfter = TimeSpan.FromSeconds(20) });
        Fail(harness, tasks[0], Outage);

        harness.AnswerLock(tasks[0]);
        harness.Advance(TimeSpan.FromSeconds(19));

        harness.None(WorkerActionKind.SendPoll);
    }

    [Fact]
    public void An_error_of_the_engine_is_an_answer()
    {
        var harness = CoreHarness.Started();
        var tasks = Running(harness, 3);
        Fail(harness, tasks[0], Outage);
        harness.End(tasks[0]);
        harness.End(tasks[1]);
        harness.None(WorkerActionKind.Settle);

        harness.AnswerSettle(tasks[0], CoreHarness.Gone);
        harness.Advance(TimeSpan.Zero);

        harness.Single(WorkerActionKind.Settle);
    }

    [Fact]
    public void In_two_minutes_of_outage_a_worker_with_many_results_sends_at_most_one_call_in_two_seconds()
    {
        var harness = CoreHarness.Started(slots: 32);
        var tasks = Running(harness, 32);
        Fail(harness, tasks[0], Outage);
        foreach (var task in tasks)
        {
            harness.End(task);
        }

        var calls = 0;
        for (var second = 0; second < 120; second++)
        {
            harness.Advance(TimeSpan.FromSeconds(1));
            foreach (var action in harness.Actions)
            {
                calls += action.Kind is WorkerActionKind.Settle or WorkerActionKind.ExtendLock or WorkerActionKind.Relock ? 1 : 0;
                harness.Refuse(action);
            }
        }

        Assert.InRange(calls, 24, 60);
    }

    [Fact]
    public void Failures_of_one_task_hold_back_only_that_task()
    {
        var harness = CoreHarness.Started();
        var tasks = Running(harness, 2);
        harness.End(tasks[0]);
        for (var failure = 0; failure < Outage; failure++)
        {
            harness.AnswerSettle(tasks[0], CoreHarness.Refused);
            harness.Advance(TimeSpan.FromSeconds(5));
        }

        harness.End(tasks[1]);

        Assert.Same(tasks[1], harness.Single(WorkerActionKind.Settle).Task);
    }

    [Fact]
    public void An_answer_in_between_shows_that_there_is_no_outage()
    {
        var harness = CoreHarness.Started();
        var tasks = Running(harness, 3);
        Fail(harness, tasks[0], Outage - 1);
        harness.AnswerPoll(harness.Group.LongPoll!);
        Fail(harness, tasks[0], Outage - 1);

        harness.End(tasks[1]);
        harness.Single(WorkerActionKind.Settle);
        harness.End(tasks[2]);

        harness.Single(WorkerActionKind.Settle);
    }

    [Fact]
    public void A_stop_lets_a_call_pass_at_once()
    {
        var harness = CoreHarness.Started();
        var tasks = Running(harness, 2);
        Fail(harness, tasks[0], Outage);
        harness.End(tasks[0]);
        harness.End(tasks[1]);
        harness.None(WorkerActionKind.Settle);

        harness.Stop();
        harness.Advance(TimeSpan.Zero);

        Assert.Same(tasks[1], harness.Single(WorkerActionKind.Settle).Task);
    }

    [Fact]
    public void A_result_that_waits_is_given_up_five_minutes_after_its_lock()
    {
        var harness = CoreHarness.Started();
        var tasks = Running(harness, 2);
        Fail(harness, tasks[0], Outage);
        harness.End(tasks[0]);
        harness.End(tasks[1]);

        harness.AnswerSettle(tasks[0], CoreHarness.Refused);
        List<WorkerTask> abandoned = [];
        for (var second = 0; second < 400; second++)
        {
            harness.Advance(TimeSpan.FromSeconds(1));
            foreach (var action in harness.Actions)
            {
                abandoned.AddRange(action.Kind == WorkerActionKind.Report && action.Occurrence.Kind == WorkerEventKind.ResultAbandoned ? [action.Occurrence.Task!] : []);
                harness.Refuse(action);
            }
        }

        Assert.Equal(tasks.ToHashSet(), abandoned.ToHashSet());
        Assert.Equal(0, harness.Core.InFlight);
    }

    private static List<WorkerTask> Running(CoreHarness harness, int count)
    {
        harness.AnswerPoll(harness.Group.LongPoll!, [.. Enumerable.Range(0, count).Select(_ => harness.Task())]);
        return [.. harness.Actions.Where(action => action.Kind == WorkerActionKind.StartHandler).Select(action => action.Task)];
    }

    /// <summary>Calls fail, of this task and of the sweep for predecessors in turn.</summary>
    private static void Fail(CoreHarness harness, WorkerTask task, int failures)
    {
        for (var failure = 0; failure < failures; failure++)
        {
            if (failure == 0)
            {
                harness.Play(core => core.OrphanUnlocked(harness.Now, "another task", CoreHarness.Refused));
            }
            else
            {
                harness.AnswerLock(task, error: CoreHarness.Refused);
            }
        }
    }
}
