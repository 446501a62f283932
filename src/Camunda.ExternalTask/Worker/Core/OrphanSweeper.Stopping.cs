namespace Camunda.ExternalTask.Worker.Core;

/// <content>Sweeps of a stopping worker.</content>
internal sealed partial class OrphanSweeper
{
    /// <summary>Whether a stop has to wait. If the process keeps running, it only waits for one list per aborted poll, and the sweeps continue after the stop.</summary>
    public bool HoldsStop(TimeSpan now) =>
        now < _giveUpAt && (_keepsSweeping ? _unlocker.IsBusy || _sweeps.Exists(static sweep => sweep.WorkerId is not null && !sweep.HasLooked) : IsSweeping(now));

    public bool IsSweeping(TimeSpan now) =>
        (_keepsSweeping || now < _giveUpAt)
        && (_unlocker.IsBusy || _sweeps.Exists(sweep => sweep.WorkerId is not null && (_keepsSweeping || sweep.IsPending || now < _stopSweepingAt)));

    /// <summary>The process ends after all: sweeps get the rest of the time that a stopping worker spends on them.</summary>
    public void EndSweeping(TimeSpan now)
    {
        _keepsSweeping = false;
        _giveUpAt = now + GiveUp;
        WakeForEnd(now);
    }

    /// <summary>A stopping worker released a task. A poll that it has aborted may take the task, so sweeps look once more.</summary>
    public void Released(TimeSpan now)
    {
        if (!state.IsStopping || _sweeps.Count == 0)
        {
            return;
        }

        Stop(now, _keepsSweeping);
        foreach (var sweep in _sweeps)
        {
            sweep.At = now + Gap < sweep.At ? now + Gap : sweep.At;
            state.Wake(sweep.At);
        }
    }

    public void Stop(TimeSpan now, bool keepSweeping)
    {
        _keepsSweeping = keepSweeping;
        _stopSweepingAt = now + SweepWhileStopping;
        _giveUpAt = _stopSweepingAt + GiveUp;
        WakeForEnd(now);
    }

    /// <summary>Whether a sweep ends because the worker stops. While a stop waits for handlers, its sweeps continue.</summary>
    private bool EndsWithStop(TimeSpan now, OrphanSweep sweep) =>
        state.IsStopping && (_keepsSweeping ? now >= (sweep.Until ?? _stopSweepingAt) + GiveUp : now >= _stopSweepingAt && state.Tasks.Count == 0);

    private void ProlongStop(TimeSpan now)
    {
        if (state.IsStopping)
        {
            Stop(now, _keepsSweeping);
        }
    }

    private void WakeForEnd(TimeSpan now)
    {
        if (now < _giveUpAt)
        {
            state.Wake(now < _stopSweepingAt ? _stopSweepingAt : _giveUpAt);
        }
    }
}
