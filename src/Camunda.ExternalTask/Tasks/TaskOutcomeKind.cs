namespace Camunda.ExternalTask;

/// <summary>How a task ended, as its handler says. Each but <see cref="Detached"/> is exactly one call to the engine.</summary>
public enum TaskOutcomeKind
{
    /// <summary>The work is done: <c>complete</c>.</summary>
    Completed,

    /// <summary>A BPMN error: <c>bpmnError</c>.</summary>
    BpmnError,

    /// <summary>It failed and is tried again as the retry cycle says: <c>failure</c>.</summary>
    Failure,

    /// <summary>It failed and trying again makes no sense: <c>failure</c> with no retries left, an incident.</summary>
    Incident,

    /// <summary>Another worker should do it: <c>unlock</c>; retries stay as they are.</summary>
    Released,

    /// <summary>Somebody else brings it to its end, later or already: no call.</summary>
    Detached,
}
