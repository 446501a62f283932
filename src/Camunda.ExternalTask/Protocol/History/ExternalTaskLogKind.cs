namespace Camunda.ExternalTask;

/// <summary>Kind of an entry of the log of external tasks.</summary>
public enum ExternalTaskLogKind
{
    /// <summary>The task was created.</summary>
    Creation,

    /// <summary>A worker reported a failure.</summary>
    Failure,

    /// <summary>A worker completed the task.</summary>
    Success,

    /// <summary>The task ended without being completed: by a BPMN error, a boundary event, or the end of its process instance.</summary>
    Deletion,
}
