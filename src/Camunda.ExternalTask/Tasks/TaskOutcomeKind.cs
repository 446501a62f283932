namespace Camunda.ExternalTask;

/// <summary>The kinds of outcomes of a task. Each except <see cref="Detached"/> causes exactly one call to the engine.</summary>
public enum TaskOutcomeKind
{
    /// <summary>The task is done (<c>complete</c>).</summary>
    Completed,

    /// <summary>The task ended with a BPMN error (<c>bpmnError</c>).</summary>
    BpmnError,

    /// <summary>The task failed and is retried according to the retry cycle (<c>failure</c>).</summary>
    Failure,

    /// <summary>The task failed and cannot be retried (<c>failure</c> with no retries left, which creates an incident).</summary>
    Incident,

    /// <summary>Another worker can take the task (<c>unlock</c>). Its retries do not change.</summary>
    Released,

    /// <summary>The task is completed elsewhere, later or already (no call).</summary>
    Detached,
}
