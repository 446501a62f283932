namespace Camunda.ExternalTask.Worker.Core;

/// <summary>One call of <c>fetchAndLock</c>. It has a worker id of its own, the fence: a result is only accepted from the poll that holds the lock.</summary>
internal sealed class WorkerPoll(WorkerGroup group, string workerId, int maxTasks, TimeSpan timeout, TimeSpan sentAt)
{
    public WorkerGroup Group { get; } = group;

    public string WorkerId { get; } = workerId;

    public int MaxTasks { get; } = maxTasks;

    /// <summary>How long the engine may hold it back; zero: it answers at once.</summary>
    public TimeSpan Timeout { get; } = timeout;

    public TimeSpan SentAt { get; } = sentAt;

    /// <summary>Whether the poll before it waited in the engine and brought nothing.</summary>
    public bool FollowsEmptyAnswer { get; init; }

    public bool IsAborted { get; set; }

    /// <summary>What came of it, while the user's own rule decides how long to wait.</summary>
    public PollResult? Result { get; set; }

    /// <summary>For the shell: gives up waiting.</summary>
    public CancellationTokenSource? Abort { get; set; }

    public bool IsLong => Timeout > TimeSpan.Zero;
}
