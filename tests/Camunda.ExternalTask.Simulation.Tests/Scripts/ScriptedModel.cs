using Camunda.ExternalTask.Protocol;
using Camunda.ExternalTask.Simulation.Engine;

namespace Camunda.ExternalTask.Simulation.Scripts;

/// <summary>Plays a script in the model of the engine.</summary>
internal sealed class ScriptedModel : IEngineObserver
{
    private static readonly TimeSpan PollTimeout = TimeSpan.FromMinutes(25);

    private static readonly string[] Topics = ["topic"];

    private readonly Agenda _agenda = new();
    private readonly EngineModel _engine;

    /// <param name="defect">A defect of the model, for tests that a comparison finds it.</param>
    public ScriptedModel(EngineDefect defect) => _engine = new(_agenda, this, defect);

    /// <summary>Plays a step.</summary>
    /// <returns>The error; null if the engine accepts the call.</returns>
    public EngineError? Play(ScriptStep step)
    {
        var id = step.Task.ToString();
        switch (step.Kind)
        {
            case StepKind.Create:
                _engine.Create(_engine.Add(id));
                return null;
            case StepKind.Fetch:
                _engine.Fetch(step.Worker, Topics, step.Count, step.Duration, TimeSpan.Zero, static _ => { });
                return null;
            case StepKind.Poll:
                _engine.Fetch(step.Worker, Topics, step.Count, step.Duration, PollTimeout, static _ => { });
                return null;
            case StepKind.Complete:
                return _engine.Settle(id, step.Worker, new(SettlementKind.Complete));
            case StepKind.BpmnError:
                return _engine.Settle(id, step.Worker, new(SettlementKind.BpmnError));
            case StepKind.Fail:
                return _engine.Settle(id, step.Worker, new(SettlementKind.Failure) { Retries = step.Count, RetryTimeout = step.Duration });
            case StepKind.Unlock:
                return _engine.Unlock(id, 0, 0);
            case StepKind.ExtendLock:
                return _engine.ExtendLock(id, step.Worker, step.Duration);
            case StepKind.Lock:
                return _engine.Lock(id, step.Worker, step.Duration);
            case StepKind.SetRetries:
                return _engine.SetRetries(id, step.Count);
            case StepKind.Suspend or StepKind.Activate:
                return _engine.SetSuspended(id, step.Kind == StepKind.Suspend);
            case StepKind.Advance:
                Pass(step.Duration);
                return null;
            default:
                // A poll stays in the engine when its client has gone.
                return null;
        }
    }

    /// <summary>An engine may offer free tasks in any order. The model offers first what the real engine has given away.</summary>
    public void OfferFirst(IReadOnlyList<int> tasks)
    {
        var ids = tasks.Select(static task => task.ToString()).ToList();
        var sorted = _engine.Tasks.OrderBy(task => ids.IndexOf(task.Id) is var index and >= 0 ? index : int.MaxValue).ToList();
        _engine.Tasks.Clear();
        _engine.Tasks.AddRange(sorted);
    }

    public IReadOnlyDictionary<int, TaskState> States() => _engine.Tasks
        .Where(static task => task.IsOpen || task.End == TaskEnd.Incident)
        .ToDictionary(
            static task => int.Parse(task.Id),
            task => new TaskState(task.LockedBy, task.IsLocked(_agenda.Now), task.Retries, task.IsSuspended));

    void IEngineObserver.Fetching(EngineTask task, string workerId)
    {
    }

    void IEngineObserver.Settling(EngineTask task, string workerId, SettlementKind kind)
    {
    }

    void IEngineObserver.Settled(EngineTask task, SettlementKind kind)
    {
    }

    void IEngineObserver.Extending(EngineTask task, string workerId, TimeSpan until)
    {
    }

    void IEngineObserver.Unlocking(EngineTask task, int sender, int sentGeneration)
    {
    }

    private void Pass(TimeSpan time)
    {
        var hasPassed = false;
        _agenda.After(time, () => hasPassed = true);
        while (!hasPassed && _agenda.Next())
        {
        }
    }
}
