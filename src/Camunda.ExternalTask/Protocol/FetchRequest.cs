namespace Camunda.ExternalTask;

/// <summary>Request for tasks: <c>POST /external-task/fetchAndLock</c>.</summary>
/// <param name="Topics">The topics; at least one, each name once (of two, the engine would silently use the last).</param>
public sealed record FetchRequest(IReadOnlyList<TopicRequest> Topics)
{
    /// <summary>Creates a request for one topic.</summary>
    /// <param name="topicName">The topic.</param>
    /// <param name="lockDuration">How long its tasks are locked; positive.</param>
    public FetchRequest(string topicName, TimeSpan lockDuration)
        : this([new TopicRequest(topicName, lockDuration)])
    {
    }

    /// <summary>The maximum number of tasks of all topics together; positive. Default 10.</summary>
    public int MaxTasks { get; init; } = 10;

    /// <summary>Whether tasks with a higher priority come first. Default true.</summary>
    public bool UsePriority { get; init; } = true;

    /// <summary>The order by creation, after the priority; null: none. Camunda 7.21 and later; older engines ignore it.</summary>
    public SortOrder? CreateTimeOrder { get; init; }

    /// <summary>
    /// How long the engine may hold the answer back while there is no task, at most 30 min; null: it answers at once. A pending poll does not notice that a retry is due or
    /// a lock has expired.
    /// </summary>
    public TimeSpan? AsyncResponseTimeout { get; init; }

    /// <summary>The worker id; null: that of the client. With a different id for each request the engine refuses results of lost locks.</summary>
    public string? WorkerId { get; init; }
}
