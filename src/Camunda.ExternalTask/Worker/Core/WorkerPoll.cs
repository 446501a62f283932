namespace Camunda.ExternalTask.Worker.Core;

/// <summary>A call of <c>fetchAndLock</c>. Its worker id is a fence: the engine accepts a result only from the poll that holds the lock.</summary>
internal sealed class WorkerPoll(WorkerGroup group, string workerId, int maxTasks, TimeSpan timeout, TimeSpan sentAt)
{
    public WorkerGroup Group { get; } = group;

    /// <summary>The plan of the group when the poll was sent: its locks are the ones that the engine has set, also if the settings have changed since.</summary>
    public GroupPlan Plan { get; } = group.Plan;

    public string WorkerId { get; } = workerId;

    public int MaxTasks { get; } = maxTasks;

    /// <summary>How long the engine may hold the poll; zero if it answers immediately.</summary>
    public TimeSpan Timeout { get; } = timeout;

    public TimeSpan SentAt { get; } = sentAt;

    /// <summary>Whether the poll before it waited in the engine and returned no task.</summary>
    public bool FollowsEmptyAnswer { get; init; }

    public bool IsAborted { get; set; }

    /// <summary>The result, while the application's strategy chooses the delay.</summary>
    public PollResult? Result { get; set; }

    /// <summary>For the shell: aborts the poll.</summary>
    public CancellationTokenSource? Abort { get; set; }

    public bool IsLong => Timeout > TimeSpan.Zero;
}
