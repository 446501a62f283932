using Camunda.ExternalTask.Simulation.Engine;
using Camunda.ExternalTask.Simulation.Workers;

namespace Camunda.ExternalTask.Simulation.Scenarios;

/// <summary>Everything that decides a run: the same scenario gives the same run.</summary>
internal sealed record Scenario(int Seed, IReadOnlyList<TaskSpec> Tasks, IReadOnlyList<WorkerSpec> Workers, IReadOnlyList<Fault> Faults)
{
    /// <summary>The topics of the second group.</summary>
    public static readonly string[] SharedTopics = ["b", "c"];

    /// <summary>The size of the largest response that a worker reads.</summary>
    public const int ResponseLimit = 10;

    public TimeSpan FetchLock { get; init; } = TimeSpan.FromSeconds(10);

    public TimeSpan LockDuration { get; init; } = TimeSpan.FromSeconds(60);

    public TimeSpan PollTimeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>The longest lock that a worker or a handler asks for.</summary>
    public TimeSpan LongestLock => LockDuration * 2;

    /// <summary>The longest time that a handler runs, in lock durations.</summary>
    public double LongestHandler { get; init; } = 3;

    /// <summary>Whether some handlers extend their lock themselves.</summary>
    public bool HandlersExtend { get; init; }

    /// <summary>Whether handlers only complete.</summary>
    public bool OnlyCompletes { get; init; }

    public EngineDefect EngineDefect { get; init; }

    public WorkerDefect WorkerDefect { get; init; }

    /// <summary>When all faults are over. Then only the first worker stays.</summary>
    public TimeSpan HealsAt { get; init; }
}

/// <summary>A task and when it is created.</summary>
internal sealed record TaskSpec(string Id, TimeSpan CreatedAt)
{
    public string Topic { get; init; } = "topic";

    /// <summary>The size in a response, of which a worker reads <see cref="Scenario.ResponseLimit"/>.</summary>
    public int Size { get; init; } = 1;
}

/// <summary>A worker: its number, slots, when it starts, and whether it is killed or stopped when the faults are over.</summary>
internal sealed record WorkerSpec(int Number, int Slots, TimeSpan StartsAt, bool IsKilledAtEnd)
{
    /// <summary>The slots that <see cref="Scenario.SharedTopics"/> share; zero if the worker does not process them.</summary>
    public int SharedSlots { get; init; }
}
