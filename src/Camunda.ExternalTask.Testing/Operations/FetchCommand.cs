namespace Camunda.ExternalTask.Testing.Operations;

internal enum FetchOrder
{
    None,
    Ascending,
    Descending,
}

/// <summary>A fetch, checked as far as the REST layer checks it.</summary>
internal sealed record FetchCommand
{
    public string? WorkerId { get; init; }

    public int MaxTasks { get; init; }

    public bool UsePriority { get; init; }

    public FetchOrder CreateTimeOrder { get; init; }

    /// <summary>Zero answers at once.</summary>
    public TimeSpan AsyncResponseTimeout { get; init; }

    /// <summary>One entry a topic: of two with the same name the last one wins.</summary>
    public IReadOnlyList<TopicInstruction> Topics { get; init; } = [];
}
