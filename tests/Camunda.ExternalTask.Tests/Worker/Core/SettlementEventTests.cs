using Camunda.ExternalTask.Worker.Core;

namespace Camunda.ExternalTask.Tests.Worker.Core;

/// <summary>The events that a result causes on its way to the engine.</summary>
public class SettlementEventTests
{
    private static readonly TaskFailure Failure = new("no") { Retries = 2, RetryTimeout = TimeSpan.FromMinutes(1) };

    public static TheoryData<string, string, string> Outcomes => new()
    {
        { "complete", nameof(WorkerEventKind.TaskCompleted), nameof(WorkerEventKind.CompletionFailed) },
        { "bpmn", nameof(WorkerEventKind.BpmnErrorReported), nameof(WorkerEventKind.BpmnErrorReportFailed) },
        { "failure", nameof(WorkerEventKind.TaskFailed), nameof(WorkerEventKind.FailureReportFailed) },
        { "incident", nameof(WorkerEventKind.IncidentCreated), nameof(WorkerEventKind.FailureReportFailed) },
        { "release", nameof(WorkerEventKind.TaskReleased), nameof(WorkerEventKind.ReleaseFailed) },
    };

    [Theory]
    [MemberData(nameof(Outcomes))]
    public void Each_outcome_has_its_events(string outcome, string done, string failed)
    {
        var harness = CoreHarness.Started();
        var task = harness.Running();
        task.Run = new Run();
        harness.End(task, Of(outcome));
        var wait = outcome == "failure" ? Failure.RetryTimeout!.Value : TimeSpan.Zero;

        harness.AnswerSettle(task, CoreHarness.Refused);
        Assert.Equal([failed, nameof(WorkerEventKind.ResultRetried)], harness.Events.Select(occurred => occurred.ToString()));
        Assert.Equal(new Occurrence(Enum.Parse<WorkerEventKind>(failed)) { Task = task, Error = CoreHarness.Refused, Attempt = 1, Duration = wait }, harness.Actions[0].Occurrence);
        Assert.Equal(new Occurrence(WorkerEventKind.ResultRetried) { Task = task, Error = CoreHarness.Refused, Attempt = 1 }, harness.Actions[1].Occurrence);

        harness.Advance(TimeSpan.FromSeconds(1));
        harness.AnswerSettle(task);
        var kind = Enum.Parse<WorkerEventKind>(done);
        Assert.Equal(
            new Occurrence(kind)
            {
                Task = task,
                Attempt = 2,
                Duration = outcome == "complete" ? Run.Time : wait,
                Exception = outcome is "failure" or "incident" ? Run.Reason : null,
            },
            harness.Reported(kind));
    }

    [Fact]
    public void A_lost_lock_is_reported_and_ends_the_task()
    {
        var harness = CoreHarness.Started();
        var task = harness.Settling();
        harness.Advance(TimeSpan.FromSeconds(1));

        harness.AnswerSettle(task, CoreHarness.Stolen);

        Assert.Equal(new Occurrence(WorkerEventKind.LockLost) { Task = task, Error = CoreHarness.Stolen }, harness.Reported(WorkerEventKind.LockLost));
        Assert.Equal((0, 0), (harness.Core.InFlight, harness.Group.Settling));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_task_that_is_gone_ends(bool isAmbiguous)
    {
        var harness = CoreHarness.Started();
        var task = harness.Settling();
        if (isAmbiguous)
        {
            harness.AnswerSettle(task, CoreHarness.LostAnswer);
            harness.Advance(TimeSpan.FromSeconds(1));
        }

        harness.AnswerSettle(task, CoreHarness.Gone);

        Assert.Equal((0, 0), (harness.Core.InFlight, harness.Group.Settling));
    }

    [Fact]
    public void A_refusal_is_reported_with_its_error_and_gives_up_with_the_second()
    {
        var harness = CoreHarness.Started();
        var task = harness.Settling();
        harness.AnswerSettle(task, CoreHarness.TooLong);
        Assert.Equal(new Occurrence(WorkerEventKind.ResultRefused) { Task = task, Error = CoreHarness.TooLong }, harness.Reported(WorkerEventKind.ResultRefused));

        harness.AnswerSettle(task, CoreHarness.NotConvertible);

        Assert.Same(CoreHarness.NotConvertible, harness.Reported(WorkerEventKind.ResultAbandoned).Error);
        harness.None(WorkerActionKind.Settle);
    }

    [Fact]
    public void A_result_that_cannot_be_written_is_reported_with_the_exception()
    {
        var harness = CoreHarness.Started();
        var task = harness.Settling();
        var reason = new InvalidOperationException("half a character");

        harness.Play(core => core.SettleUnwritable(harness.Now, task, reason));

        Assert.Equal(new Occurrence(WorkerEventKind.CompletionFailed) { Task = task, Exception = reason, Attempt = 1 }, harness.Reported(WorkerEventKind.CompletionFailed));
        Assert.Equal(new Occurrence(WorkerEventKind.ResultRefused) { Task = task, Exception = reason }, harness.Reported(WorkerEventKind.ResultRefused));
    }

    [Fact]
    public void A_fallback_that_cannot_be_written_ends_the_task()
    {
        var harness = CoreHarness.Started();
        var task = harness.Settling();
        var reason = new InvalidOperationException("half a character");
        harness.Play(core => core.SettleUnwritable(harness.Now, task, reason));

        harness.Play(core => core.SettleUnwritable(harness.Now, task, reason));

        Assert.Contains(WorkerEventKind.ResultAbandoned, harness.Events);
        Assert.Equal(0, harness.Core.InFlight);
    }

    [Fact]
    [Trait("Situation", "30")]
    public void A_held_result_is_reported_once_and_tried_after_growing_waits()
    {
        var harness = CoreHarness.Started();
        var task = harness.Settling();
        harness.AnswerSettle(task, CoreHarness.Suspended);
        Assert.Equal(new Occurrence(WorkerEventKind.ResultHeld) { Task = task, Error = CoreHarness.Suspended }, harness.Reported(WorkerEventKind.ResultHeld));
        Assert.Equal(TimeSpan.FromSeconds(5), task.Delivery!.SendAt - harness.Now);
        harness.Advance(TimeSpan.FromSeconds(5));

        harness.AnswerSettle(task, CoreHarness.Suspended);

        Assert.DoesNotContain(WorkerEventKind.ResultHeld, harness.Events);
        Assert.Equal(TimeSpan.FromSeconds(10), task.Delivery!.SendAt - harness.Now);
        Assert.Equal(0, harness.Group.Settling);
    }

    private static TaskOutcome Of(string outcome) => outcome switch
    {
        "bpmn" => new BpmnError("code"),
        "failure" => Failure,
        "incident" => TaskOutcome.Incident("no"),
        "release" => TaskOutcome.Released(),
        _ => TaskOutcome.Completed(),
    };

    private sealed class Run : IHandlerRun
    {
        public static readonly TimeSpan Time = TimeSpan.FromSeconds(3);
        public static readonly Exception Reason = new InvalidOperationException("reason");

        public TimeSpan Elapsed => Time;

        public Exception? Failure => Reason;

        public Exception? Cancel(CancelReason reason) => null;

        public Task<IDisposable> TakeLockCallAsync(CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
