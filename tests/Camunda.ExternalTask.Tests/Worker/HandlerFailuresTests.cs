using Camunda.ExternalTask.Worker.Shell;

namespace Camunda.ExternalTask.Tests.Worker;

public class HandlerFailuresTests
{
    private readonly HandlerFailures _failures = new(includeStackTrace: true, [typeof(ArithmeticException)]);

    [Fact]
    [Trait("Situation", "49")]
    public void An_exception_is_a_failure_with_its_message_and_its_trace()
    {
        var outcome = _failures.ToOutcome(new InvalidOperationException("no scores today"));

        Assert.Equal(TaskOutcomeKind.Failure, outcome.Kind);
        Assert.Equal("no scores today", outcome.Failure!.Message);
        Assert.Contains(nameof(InvalidOperationException), outcome.Failure.Details);
        Assert.Null(outcome.Failure.Retries);
    }

    [Fact]
    public void A_BPMN_error_comes_from_any_depth()
    {
        var outcome = _failures.ToOutcome(new BpmnErrorException("NO_STOCK", "none left"));

        Assert.Equal((TaskOutcomeKind.BpmnError, "NO_STOCK", "none left"), (outcome.Kind, outcome.BpmnError!.ErrorCode, outcome.BpmnError.ErrorMessage));
    }

    [Fact]
    public void What_will_never_succeed_is_an_incident()
    {
        foreach (var exception in new Exception[] { new NonRetryableException("never"), new DivideByZeroException(), VariableException.Missing("amount", "double") })
        {
            Assert.Equal(TaskOutcomeKind.Incident, _failures.ToOutcome(exception).Kind);
        }
    }

    [Fact]
    [Trait("Situation", "56")]
    public void A_timeout_of_the_handler_s_own_is_a_failure() =>
        Assert.Equal(TaskOutcomeKind.Failure, _failures.ToOutcome(new TaskCanceledException("timeout")).Kind);

    [Fact]
    [Trait("Situation", "55")]
    public void An_exception_that_throws_when_asked_is_survived()
    {
        var outcome = _failures.ToOutcome(new TreacherousException());

        Assert.Equal(nameof(TreacherousException), outcome.Failure!.Message);
    }

    [Fact]
    [Trait("Security", "S14")]
    public void Without_the_switch_no_trace_leaves_the_process() =>
        Assert.Null(new HandlerFailures(includeStackTrace: false, []).ToOutcome(new InvalidOperationException("x")).Failure!.Details);

    private sealed class TreacherousException : Exception
    {
        public override string Message => throw new InvalidOperationException();

        public override string ToString() => throw new InvalidOperationException();
    }
}
