using Camunda.ExternalTask.Protocol;

namespace Camunda.ExternalTask.Worker.Core;

/// <summary>The state that the parts of the core share: the plan, the tasks, the actions of the current event, and the time to wake up.</summary>
internal sealed class CoreState
{
    private readonly List<WorkerAction> _actions = [];

    public CoreState(WorkerPlan plan)
    {
        Plan = plan;
        Groups = [.. plan.Groups.Select(group => new WorkerGroup(group, plan.PollTimeout))];
        Random = new(plan.Seed);
        Gate = new(this);
    }

    public WorkerPlan Plan { get; }

    public IReadOnlyList<WorkerGroup> Groups { get; }

    public Dictionary<string, WorkerTask> Tasks { get; } = new(StringComparer.Ordinal);

    public Random Random { get; }

    /// <summary>Holds back the calls for tasks in an outage.</summary>
    public OutageGate Gate { get; }

    public bool IsStopping { get; set; }

    /// <summary>The earliest moment at which something may fall due. It may be too early, never too late.</summary>
    public TimeSpan WakeAt { get; set; } = TimeSpan.MaxValue;

    public void Wake(TimeSpan at)
    {
        if (at < WakeAt)
        {
            WakeAt = at;
        }
    }

    public void Do(in WorkerAction action) => _actions.Add(action);

    public void Report(in Occurrence occurrence) => _actions.Add(WorkerAction.Report(occurrence));

    public void Report(WorkerEventKind kind, WorkerTask task, EngineError? error = null) => Report(new(kind) { Task = task, Error = error });

    public WorkerAction[] TakeActions()
    {
        if (_actions.Count == 0)
        {
            return [];
        }

        WorkerAction[] taken = [.. _actions];
        _actions.Clear();
        return taken;
    }
}
