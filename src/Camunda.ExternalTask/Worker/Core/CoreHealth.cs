using Camunda.ExternalTask.Protocol;

namespace Camunda.ExternalTask.Worker.Core;

/// <summary>How a core is. Of several groups the worst counts.</summary>
internal sealed record CoreHealth
{
    /// <summary>How long ago the group whose last answered poll is the oldest had it; null: one has had none yet. Groups without a free slot do not count: they do not poll.</summary>
    public TimeSpan? LastPollAge { get; init; } = TimeSpan.Zero;

    /// <summary>How long polls of a group have failed by now; null: those of none do.</summary>
    public TimeSpan? FailingFor { get; init; }

    public EngineError? PollError { get; init; }

    public bool IsRefused { get; init; }

    /// <summary>Tasks that are not yet done with.</summary>
    public int InFlight { get; init; }

    /// <summary>Handlers that go on although they were told that they lost their task.</summary>
    public int OverdueHandlers { get; init; }

    /// <summary>Results that the engine has not taken for a while.</summary>
    public int DelayedResults { get; init; }

    /// <summary>Whether what fell due was done. Nothing of the engine, only the core's own timer and threads, can make this false.</summary>
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
            DelayedResults = one.DelayedResults + other.DelayedResults,
            IsResponding = one.IsResponding && other.IsResponding,
            TimerDelay = one.TimerDelay > other.TimerDelay ? one.TimerDelay : other.TimerDelay,
        };
    }
}
