namespace Camunda.ExternalTask.Testing.Operations;

/// <summary>The order of fetched tasks by their time of creation.</summary>
internal enum FetchOrder
{
    None,
    Ascending,
    Descending,
}

/// <summary>A request to fetch and lock tasks.</summary>
internal sealed record FetchCommand
{
    public string? WorkerId { get; init; }

    public int MaxTasks { get; init; }

    public bool UsePriority { get; init; }

    public FetchOrder CreateTimeOrder { get; init; }

    /// <summary>How long the command waits for a task; zero for no wait.</summary>
    public TimeSpan AsyncResponseTimeout { get; init; }

    /// <summary>The topics, without duplicate names.</summary>
    public IReadOnlyList<TopicInstruction> Topics { get; init; } = [];

    /// <exception cref="EngineRequestException">The command is invalid.</exception>
    public void Validate()
    {
        Require.NotNull(WorkerId, "workerId");
        Require.NotNegative(MaxTasks, "maxResults");
        foreach (var topic in Topics)
        {
            Require.NotNull(topic.Name, "topicName");
            Require.Positive(topic.LockDuration, "lockTime");
        }
    }
}
