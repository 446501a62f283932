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

    /// <summary>
    /// Whether the engine deserializes Java objects before it sends them, so that what is Java-serialized arrives as JSON. One fetched variable whose class the
    /// engine does not have makes it answer 500 to the whole request, and nothing is locked: use it with <see cref="Variables"/>.
    /// </summary>
    public bool DeserializeValues { get; init; }

    /// <summary>Restricts the tasks.</summary>
    public TopicFilter Filter { get; init; } = TopicFilter.None;
}
