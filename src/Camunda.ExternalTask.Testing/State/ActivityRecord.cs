using Camunda.ExternalTask.Testing.Processes;

namespace Camunda.ExternalTask.Testing.State;

/// <summary>An activity instance in the history.</summary>
internal sealed class ActivityRecord(string id, ProcessNode node, Execution scope, string executionId, DateTimeOffset started)
{
    /// <summary>True for the body of a multi-instance activity, which the history lists besides the inner instances.</summary>
    public bool IsLoopBody { get; init; }

    public string ActivityId => IsLoopBody ? node.Id + "#" + ActivityTypes.MultiInstanceBody : node.Id;

    public string ActivityType => IsLoopBody ? ActivityTypes.MultiInstanceBody : node.ActivityType;

    /// <summary>The id of the user task, and its last assignee.</summary>
    public string? TaskId { get; set; }

    public string? Assignee { get; set; }

    /// <summary>The instance that a call activity has called.</summary>
    public string? CalledInstanceId { get; set; }

    public string Id => id;

    public ProcessNode Node => node;

    /// <summary>The scope that contains the activity.</summary>
    public Execution Scope => scope;

    public string ExecutionId => executionId;

    public DateTimeOffset Started => started;

    public DateTimeOffset? Ended { get; set; }

    public bool IsCanceled { get; set; }
}
