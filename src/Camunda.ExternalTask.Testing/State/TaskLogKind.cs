namespace Camunda.ExternalTask.Testing.State;

/// <summary>What happened to an external task.</summary>
internal enum TaskLogKind
{
    Creation,
    Failure,
    Success,
    Deletion,
}
