using Camunda.ExternalTask.Testing.Processes;

namespace Camunda.ExternalTask.Testing.State;

/// <summary>An activity instance in the history.</summary>
internal sealed class ActivityRecord(string id, ProcessNode node, Execution scope, string executionId, DateTimeOffset started)
{
    public string Id => id;

    public ProcessNode Node => node;

    /// <summary>The scope that contains the activity.</summary>
    public Execution Scope => scope;

    public string ExecutionId => executionId;

    public DateTimeOffset Started => started;

    public DateTimeOffset? Ended { get; set; }

    public bool IsCanceled { get; set; }
}
