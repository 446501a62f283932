using System.ComponentModel;
using Camunda.ExternalTask.Generated;

namespace Camunda.ExternalTask;

/// <summary>What a worker knows of a handler before it has seen a task.</summary>
/// <param name="Topic">The topic, case-sensitive.</param>
public sealed record HandlerDescriptor(string Topic)
{
    /// <summary>The handler's name in logs, traces and messages: the class's name.</summary>
    public string Name { get; init; } = Topic;

    /// <summary>What is fetched for the input; null fetches all variables.</summary>
    public TaskInputDescriptor? Input { get; init; }

    /// <summary>
    /// Whether the engine deserializes Java objects before it sends them, so that what is Java-serialized arrives as JSON. One fetched variable whose class the
    /// engine does not have makes it answer 500 to the whole fetch: use it with an <see cref="Input"/> that selects the variables.
    /// </summary>
    public bool DeserializeValues { get; init; }

    /// <summary>How long a task is locked; null: the worker's default.</summary>
    public TimeSpan? LockDuration { get; init; }

    /// <summary>When failed tasks are tried again; null: the worker's default.</summary>
    public RetryCycle? RetryCycle { get; init; }

    /// <summary>How many tasks of this handler run at once at the most; 0: as many as the worker has slots.</summary>
    public int MaxConcurrency { get; init; }

    /// <summary>Restricts the tasks that are fetched.</summary>
    public TopicFilter Filter { get; init; } = TopicFilter.None;

    /// <summary>The codes of the BPMN errors the handler is known to report.</summary>
    public IReadOnlyList<string> ErrorCodes { get; init; } = [];

    /// <summary>The services that the constructor requires; optional ones are left out. A start fails and names those that the container does not have.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public IReadOnlyList<HandlerService> Services { get; init; } = [];

    /// <summary>Whether the handler takes services from the container; without them no scope is created for a task.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool NeedsServices { get; init; }
}
