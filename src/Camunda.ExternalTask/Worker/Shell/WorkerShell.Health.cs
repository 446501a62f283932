using Camunda.ExternalTask.Worker.Core;

namespace Camunda.ExternalTask.Worker.Shell;

/// <content>The health of the worker, and delays of its own threads.</content>
internal sealed partial class WorkerShell
{
    private static readonly TimeSpan DelayReportInterval = TimeSpan.FromMinutes(1);

    private TimeSpan? _delayedAt;
    private TimeSpan _delay;

    public CoreHealth ReadHealth()
    {
        lock (_sync)
        {
            var health = _core.ReadHealth(Now) with { LongRunningHandlers = _handlers.LongRunning };
            return _delayedAt is { } at && Now - at < DelayReportInterval ? health with { TimerDelay = _delay } : health;
        }
    }

    /// <summary>Reports that the timer ran late, once per minute.</summary>
    private void Delayed(TimeSpan late)
    {
        bool isFirst;
        lock (_sync)
        {
            isFirst = _delayedAt is not { } at || Now - at >= DelayReportInterval;
            if (isFirst)
            {
                (_delayedAt, _delay) = (Now, late);
            }
        }

        if (isFirst)
        {
            _reporter.Report(new WorkerEvent(WorkerEventKind.WorkerDelayed) { Duration = late });
        }
    }
}
