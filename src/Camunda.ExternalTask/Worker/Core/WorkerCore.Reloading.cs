namespace Camunda.ExternalTask.Worker.Core;

/// <content>Settings that change while the worker runs.</content>
internal sealed partial class WorkerCore
{
    /// <summary>Gives the groups new slots, locks and retries. Tasks that are already fetched keep their own; surplus handlers end before further tasks are fetched.</summary>
    /// <param name="now">The time.</param>
    /// <param name="plans">The plans, by name of the group.</param>
    public void Reload(TimeSpan now, IReadOnlyList<GroupPlan> plans)
    {
        foreach (var group in _state.Groups)
        {
            group.Plan = plans.FirstOrDefault(plan => plan.Name == group.Plan.Name) ?? group.Plan;
        }

        _polls.PollAll(now);
    }
}
