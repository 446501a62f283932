namespace Camunda.ExternalTask.Worker.Core;

/// <content>The stop of a worker.</content>
internal sealed partial class WorkerCore
{
    /// <summary>Stops: no new poll, handlers get the shutdown grace, results still go out.</summary>
    /// <param name="now">The time.</param>
    /// <param name="keepSweeping">
    /// Whether the shell continues to wake the core after it has stopped, so that sweeps can look for orphans of aborted polls. A second stop without it
    /// ends the sweeps.
    /// </param>
    public void Stop(TimeSpan now, bool keepSweeping = false)
    {
        if (_state.IsStopping)
        {
            if (!keepSweeping)
            {
                _orphans.EndSweeping(now);
                StopIfDrained(now);
            }

            return;
        }

        _state.IsStopping = true;
        _grace.Begin(now);
        _orphans.Stop(now, keepSweeping);
        _polls.Stop(now);
        foreach (var task in _state.Tasks.Values)
        {
            if (task.Phase == TaskPhase.Held)
            {
                _settling.Release(now, task);
            }
        }

        _state.Gate.Stop(now);
        RemoveEnded(now);
        StopIfDrained(now);
    }

    /// <summary>A stopping worker is not waited for any longer: the grace is over now.</summary>
    public void StopNow(TimeSpan now)
    {
        _grace.EndNow(now);
        Tick(now);
    }

    private void StopIfDrained(TimeSpan now)
    {
        if (!_state.IsStopping || _isOver)
        {
            return;
        }

        var isDrained = _state.Tasks.Count == 0 && !_state.Groups.Any(group => group.IsPolling) && !_orphans.HoldsStop(now);
        if (!_isStopped && (isDrained || _grace.HasRunOut(now)))
        {
            _isStopped = true;
            _state.Do(WorkerAction.Stopped);
        }

        if (_isStopped && !_orphans.IsSweeping(now))
        {
            _isOver = true;
            _state.Do(WorkerAction.Over);
        }
    }
}
