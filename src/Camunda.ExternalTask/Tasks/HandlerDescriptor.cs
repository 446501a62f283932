using System.ComponentModel;
using Camunda.ExternalTask.Generated;

namespace Camunda.ExternalTask;

/// <summary>Describes a handler to the worker.</summary>
/// <param name="Topic">The topic, case-sensitive.</param>
public sealed record HandlerDescriptor(string Topic)
{
    /// <summary>The handler's name in logs, traces and messages, which is the name of its class.</summary>
    public string Name { get; init; } = Topic;

    /// <summary>The variables to fetch for the input; null fetches all variables.</summary>
    public TaskInputDescriptor? Input { get; init; }

    /// <summary>
    /// Whether the engine deserializes Java objects before it sends them, so that Java-serialized objects arrive as JSON. If the engine
    /// does not have the class of one fetched variable, it answers 500 to the whole fetch. Use this option only with an <see cref="Input"/>
    /// that selects the variables.
    /// </summary>
    public bool DeserializeValues { get; init; }

    /// <summary>The time for which a task is locked; null means the worker's default.</summary>
    public TimeSpan? LockDuration { get; init; }

    /// <summary>The retries of failed tasks; null means the worker's default.</summary>
    public RetryCycle? RetryCycle { get; init; }

    /// <summary>The maximum number of tasks of this handler that run at once; 0 means as many as the worker has slots.</summary>
    public int MaxConcurrency { get; init; }

    /// <summary>Restricts which tasks are fetched.</summary>
    public TopicFilter Filter { get; init; } = TopicFilter.None;

    /// <summary>The codes of the BPMN errors that the handler is known to report.</summary>
    public IReadOnlyList<string> ErrorCodes { get; init; } = [];

    /// <summary>
    /// The services that the constructor requires, without optional ones. The worker does not start if the container lacks one, and names
    /// it.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public IReadOnlyList<HandlerService> Services { get; init; } = [];

    /// <summary>Whether the handler takes services from the container. If not, the worker creates no service scope for a task.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool NeedsServices { get; init; }
}
