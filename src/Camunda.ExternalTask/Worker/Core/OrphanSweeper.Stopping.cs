namespace Camunda.ExternalTask.Worker.Core;

/// <content>Sweeps of a stopping worker.</content>
internal sealed partial class OrphanSweeper
{
    private readonly SweepDeadline _deadline = new(state);

    /// <summary>Whether a stop has to wait. If the process keeps running, it only waits for one list per aborted poll, and the sweeps continue after the stop.</summary>
    public bool HoldsStop(TimeSpan now) =>
        !_deadline.HasGivenUp(now)
        && (_deadline.KeepsSweeping ? _unlocker.IsBusy || _sweeps.Exists(static sweep => sweep.WorkerId is not null && !sweep.HasLooked) : IsSweeping(now));

    public bool IsSweeping(TimeSpan now) =>
        (_deadline.KeepsSweeping || !_deadline.HasGivenUp(now))
        && (_unlocker.IsBusy || _sweeps.Exists(sweep => sweep.WorkerId is not null && (sweep.IsPending || _deadline.AllowsSweeps(now))));

    /// <summary>The worker stops.</summary>
    /// <param name="now">The time.</param>
    /// <param name="keepSweeping">Whether the process keeps running, so that sweeps continue after the stop.</param>
    public void Stop(TimeSpan now, bool keepSweeping) => _deadline.Stop(now, keepSweeping);

    /// <summary>The process ends after all: sweeps get the rest of the time that a stopping worker spends on them.</summary>
    public void EndSweeping(TimeSpan now) => _deadline.EndSweeping(now);

    /// <summary>A stopping worker released a task. A poll that it has aborted may take the task, so sweeps look once more.</summary>
    public void Released(TimeSpan now)
    {
        if (!state.IsStopping || _sweeps.Count == 0)
        {
            return;
        }

        _deadline.Restart(now);
        foreach (var sweep in _sweeps)
        {
            sweep.At = now + Gap < sweep.At ? now + Gap : sweep.At;
            state.Wake(sweep.At);
        }
    }

    private void ProlongStop(TimeSpan now)
    {
        if (state.IsStopping)
        {
            _deadline.Restart(now);
        }
    }
}
