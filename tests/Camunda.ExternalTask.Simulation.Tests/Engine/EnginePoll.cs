namespace Camunda.ExternalTask.Simulation.Engine;

/// <summary>A fetch that the engine has read. It stays pending until it is answered or times out, even if its client has gone.</summary>
internal sealed class EnginePoll(string workerId, IReadOnlyList<string> topics, int maxTasks, TimeSpan fetchLock, TimeSpan until, Action<IReadOnlyList<FetchedTask>> answer)
{
    public string WorkerId { get; } = workerId;

    public IReadOnlyList<string> Topics { get; } = topics;

    public int MaxTasks { get; } = maxTasks;

    public TimeSpan FetchLock { get; } = fetchLock;

    public TimeSpan Until { get; } = until;

    public Action<IReadOnlyList<FetchedTask>> Answer { get; } = answer;
}
