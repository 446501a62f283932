namespace Camunda.ExternalTask.Simulation.Engine;

/// <summary>A fetch that the engine has read. It stays pending until it is answered or times out, even if its client has gone.</summary>
internal sealed class EnginePoll(string workerId, int maxTasks, TimeSpan fetchLock, TimeSpan until, Action<IReadOnlyList<FetchedTask>> answer)
{
    public string WorkerId { get; } = workerId;

    public int MaxTasks { get; } = maxTasks;

    public TimeSpan FetchLock { get; } = fetchLock;

    public TimeSpan Until { get; } = until;

    public Action<IReadOnlyList<FetchedTask>> Answer { get; } = answer;
}
