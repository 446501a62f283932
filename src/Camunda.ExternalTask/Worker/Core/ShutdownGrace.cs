namespace Camunda.ExternalTask.Worker.Core;

/// <summary>How long a stopping worker waits for its handlers, and what happens to those that take longer.</summary>
internal sealed class ShutdownGrace(CoreState state, SettlePlanner settling)
{
    /// <summary>How long the worker waits for handlers after it has canceled them.</summary>
    private static readonly TimeSpan CancelGrace = TimeSpan.FromMilliseconds(500);

    /// <summary>How long the worker waits for answers after that. On a clock that stands still, the timeout of a call does not end the call.</summary>
    private static readonly TimeSpan LastAnswers = TimeSpan.FromSeconds(10);

    private TimeSpan _ends = TimeSpan.MaxValue;
    private TimeSpan _cancelGraceEnds = TimeSpan.MaxValue;

    public void Begin(TimeSpan now)
    {
        _ends = now + state.Plan.ShutdownGrace;
        state.Wake(_ends);
    }

    public void EndNow(TimeSpan now)
    {
        _ends = now;
        state.Wake(now);
    }

    /// <summary>Whether the stop ends now, even if calls are unanswered.</summary>
    public bool HasRunOut(TimeSpan now) => _cancelGraceEnds < TimeSpan.MaxValue && now >= _cancelGraceEnds + LastAnswers;

    public void Tick(TimeSpan now)
    {
        if (!state.IsStopping)
        {
            return;
        }

        if (now >= _ends && _cancelGraceEnds == TimeSpan.MaxValue)
        {
            _cancelGraceEnds = now + CancelGrace;
            CancelHandlers();
        }

        if (now >= _cancelGraceEnds)
        {
            var hasRunOut = HasRunOut(now);
            foreach (var task in state.Tasks.Values)
            {
                if (task.Phase == TaskPhase.Detaching)
                {
                    task.Phase = TaskPhase.Ended;
                }

                settling.GiveUp(now, task);
                if (hasRunOut)
                {
                    settling.Abandon(task);
                }
            }
        }

        state.Wake(_cancelGraceEnds < TimeSpan.MaxValue ? now + CancelGrace : _ends);
    }

    private void CancelHandlers()
    {
        foreach (var task in state.Tasks.Values)
        {
            if (task.Phase == TaskPhase.Running && task.Canceled == CancelReason.None)
            {
                task.Canceled = CancelReason.Shutdown;
                state.Do(WorkerAction.CancelHandler(task, CancelReason.Shutdown));
            }
        }
    }
}
