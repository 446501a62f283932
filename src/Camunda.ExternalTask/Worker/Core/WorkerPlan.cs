using Camunda.ExternalTask.Tasks;

namespace Camunda.ExternalTask.Worker.Core;

/// <summary>The configuration of a worker, as the core needs it.</summary>
internal sealed record WorkerPlan(string WorkerId, IReadOnlyList<GroupPlan> Groups)
{
    /// <summary>How long the engine holds a poll if there is no work (<c>asyncResponseTimeout</c>).</summary>
    public TimeSpan PollTimeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>The least time between an answered long poll and the next one.</summary>
    public TimeSpan PollInterval { get; init; }

    public BackoffPlan Backoff { get; init; } = new();

    /// <summary>How long handlers may continue after a stop before they are canceled.</summary>
    public TimeSpan ShutdownGrace { get; init; } = TimeSpan.FromSeconds(25);

    /// <summary>The seed of the jitter: the same seed and the same events give the same actions.</summary>
    public int Seed { get; init; }
}

/// <summary>Topics that share a poll and a number of slots.</summary>
internal sealed record GroupPlan(string Name, int Slots, IReadOnlyList<SubscriptionPlan> Subscriptions)
{
    /// <summary>For the shell: the <c>topics</c> of the request.</summary>
    public byte[] TopicsJson { get; init; } = [];

    public string[] TopicNames { get; } = [.. Subscriptions.Select(subscription => subscription.Topic)];
}

/// <summary>A topic and how its tasks are treated.</summary>
internal sealed record SubscriptionPlan(string Topic, TimeSpan LockDuration, RetryCycle RetryCycle)
{
    /// <summary>For how long a poll locks a task. Locks that no worker knows of end after this time; the worker extends the lock of a running task to the lock duration.</summary>
    public TimeSpan FetchLock { get; init; } = LockDuration;

    /// <summary>For the shell: the time after which a running handler is reported; zero if it never is.</summary>
    public TimeSpan LongRunningAfter { get; init; }

    /// <summary>For the shell: the time after which a handler is canceled, or null.</summary>
    public TimeSpan? MaxDuration { get; init; }

    /// <summary>For the shell: who handles the tasks.</summary>
    public HandlerInvoker? Handler { get; init; }
}
