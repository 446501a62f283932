namespace Camunda.ExternalTask.Worker.Core;

/// <summary>How long sweeps may last after a worker was told to stop.</summary>
internal sealed class SweepDeadline(CoreState state)
{
    /// <summary>How long a stopping worker sweeps for the polls that it has aborted. What they lock later is available again after the fetch lock.</summary>
    private static readonly TimeSpan SweepWhileStopping = TimeSpan.FromMilliseconds(250);

    /// <summary>How long a stopping worker waits for the answer to its last list. On a clock that stands still, the timeout of the call does not end it.</summary>
    private static readonly TimeSpan GiveUp = TimeSpan.FromSeconds(10);

    private TimeSpan _stopSweepingAt = TimeSpan.MaxValue;
    private TimeSpan _giveUpAt = TimeSpan.MaxValue;

    /// <summary>Whether the process keeps running, so that sweeps continue after the stop.</summary>
    public bool KeepsSweeping { get; private set; }

    public void Stop(TimeSpan now, bool keepSweeping)
    {
        KeepsSweeping = keepSweeping;
        Restart(now);
    }

    /// <summary>Something new has to be looked for.</summary>
    public void Restart(TimeSpan now)
    {
        _stopSweepingAt = now + SweepWhileStopping;
        _giveUpAt = _stopSweepingAt + GiveUp;
        Wake(now);
    }

    /// <summary>The process ends after all.</summary>
    public void EndSweeping(TimeSpan now)
    {
        KeepsSweeping = false;
        _giveUpAt = now + GiveUp;
        Wake(now);
    }

    public bool AllowsSweeps(TimeSpan now) => KeepsSweeping || now < _stopSweepingAt;

    public bool HasGivenUp(TimeSpan now) => now >= _giveUpAt;

    /// <summary>Whether the stop ends a sweep. While tasks are in progress, an aborted poll may still take one that the worker releases.</summary>
    public bool Ends(TimeSpan now, OrphanSweep sweep) =>
        state.IsStopping && state.Tasks.Count == 0 && now >= (KeepsSweeping ? (sweep.Until ?? _stopSweepingAt) + GiveUp : _stopSweepingAt);

    /// <summary>Wakes the core at the next of the two ends.</summary>
    public void Wake(TimeSpan now)
    {
        if (now < _giveUpAt)
        {
            state.Wake(now < _stopSweepingAt ? _stopSweepingAt : _giveUpAt);
        }
    }
}
