namespace Camunda.ExternalTask;

/// <summary>Topic of a request for tasks.</summary>
/// <param name="TopicName">The topic, case-sensitive; not blank.</param>
/// <param name="LockDuration">How long its tasks are locked; positive.</param>
public sealed record TopicRequest(string TopicName, TimeSpan LockDuration)
{
    /// <summary>The variables to fetch; null fetches all, an empty list none.</summary>
    public IReadOnlyList<string>? Variables { get; init; }

    /// <summary>Whether to fetch the extension properties of the tasks, too.</summary>
    public bool IncludeExtensionProperties { get; init; }

    /// <summary>
    /// Whether the engine deserializes Java objects before it sends them, so that Java-serialized objects arrive as JSON. If the engine does not have the class
    /// of one fetched variable, it answers 500 to the whole request and locks nothing. Select the variables with <see cref="Variables"/>.
    /// </summary>
    public bool DeserializeValues { get; init; }

    /// <summary>Restricts the tasks.</summary>
    public TopicFilter Filter { get; init; } = TopicFilter.None;
}
