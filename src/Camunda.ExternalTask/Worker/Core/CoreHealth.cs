using Camunda.ExternalTask.Protocol;

namespace Camunda.ExternalTask.Worker.Core;

/// <summary>The health of a core. The worst of its groups counts.</summary>
internal sealed record CoreHealth
{
    /// <summary>The time since the last answered poll, of the group for which it is the longest; null if a group had none yet. Groups without a free slot do not count.</summary>
    public TimeSpan? LastPollAge { get; init; } = TimeSpan.Zero;

    /// <summary>How long the polls of a group have failed; null if no group's polls fail.</summary>
    public TimeSpan? FailingFor { get; init; }

    public EngineError? PollError { get; init; }

    public bool IsRefused { get; init; }

    /// <summary>Tasks for which something is left to be done.</summary>
    public int InFlight { get; init; }

    /// <summary>Handlers that still run long after they were told that they lost their task.</summary>
    public int OverdueHandlers { get; init; }

    /// <summary>Handlers that run longer than expected.</summary>
    public int LongRunningHandlers { get; init; }

    /// <summary>Results that the engine has not accepted for a while.</summary>
    public int DelayedResults { get; init; }

    /// <summary>Whether the core's own work is on time. Only its timer and threads can make this false, not the engine.</summary>
    public bool IsResponding { get; init; } = true;

    /// <summary>How late the worker's timer ran within the last minute; zero if it was punctual.</summary>
    public TimeSpan TimerDelay { get; init; }

    public static CoreHealth Worst(CoreHealth one, CoreHealth other)
    {
        var failing = (other.FailingFor ?? TimeSpan.MinValue) > (one.FailingFor ?? TimeSpan.MinValue) ? other : one;
        var refused = one.IsRefused ? one : other.IsRefused ? other : failing;
        return new()
        {
            LastPollAge = one.LastPollAge is { } age && other.LastPollAge is { } otherAge ? (age > otherAge ? age : otherAge) : null,
            FailingFor = failing.FailingFor,
            PollError = refused.PollError,
            IsRefused = refused.IsRefused,
            InFlight = one.InFlight + other.InFlight,
            OverdueHandlers = one.OverdueHandlers + other.OverdueHandlers,
            LongRunningHandlers = one.LongRunningHandlers + other.LongRunningHandlers,
            DelayedResults = one.DelayedResults + other.DelayedResults,
            IsResponding = one.IsResponding && other.IsResponding,
            TimerDelay = one.TimerDelay > other.TimerDelay ? one.TimerDelay : other.TimerDelay,
        };
    }
}
