namespace Camunda.ExternalTask;

/// <summary>What an entry of the log of external tasks says.</summary>
public enum ExternalTaskLogKind
{
    /// <summary>The task was created.</summary>
    Creation,

    /// <summary>A worker reported a failure.</summary>
    Failure,

    /// <summary>A worker completed it.</summary>
    Success,

    /// <summary>It went without being completed: by a BPMN error, a boundary event, the end of its process instance.</summary>
    Deletion,
}
