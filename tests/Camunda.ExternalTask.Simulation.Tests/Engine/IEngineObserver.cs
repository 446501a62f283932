using Camunda.ExternalTask.Protocol;

namespace Camunda.ExternalTask.Simulation.Engine;

/// <summary>Learns what the engine does, before it does it.</summary>
internal interface IEngineObserver
{
    /// <summary>A fetch is about to lock a task. The task still has its former lock.</summary>
    void Fetching(EngineTask task, string workerId);

    /// <summary>The engine is about to accept a result.</summary>
    void Settling(EngineTask task, string workerId, SettlementKind kind);

    /// <summary>The engine has accepted a result.</summary>
    void Settled(EngineTask task, SettlementKind kind);

    /// <summary>The engine is about to extend a lock.</summary>
    void Extending(EngineTask task, string workerId, TimeSpan until);

    /// <summary>The engine is about to unlock a task.</summary>
    /// <param name="task">The task.</param>
    /// <param name="sender">The number of the worker that sent the call.</param>
    /// <param name="sentGeneration">The task's generation when the call was sent.</param>
    void Unlocking(EngineTask task, int sender, int sentGeneration);
}
