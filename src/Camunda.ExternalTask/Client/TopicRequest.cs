namespace Camunda.ExternalTask;

/// <summary>One topic of a request for tasks.</summary>
/// <param name="TopicName">The topic, case-sensitive; not blank.</param>
/// <param name="LockDuration">How long its tasks are locked; positive.</param>
public sealed record TopicRequest(string TopicName, TimeSpan LockDuration)
{
    /// <summary>The variables to fetch; null: all of them, an empty list: none.</summary>
    public IReadOnlyList<string>? Variables { get; init; }

    /// <summary>Whether the task's extension properties are fetched, too.</summary>
    public bool IncludeExtensionProperties { get; init; }

    /// <summary>Restricts the tasks.</summary>
    public TopicFilter Filter { get; init; } = TopicFilter.None;
}
