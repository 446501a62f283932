using Camunda.ExternalTask.Protocol;

namespace Camunda.ExternalTask.Simulation.Network;

/// <summary>A request whose client waits for the response.</summary>
internal interface IExchange
{
    bool IsAnswered { get; }

    /// <summary>Ends the wait with an error, if it has not ended.</summary>
    void Fail(EngineError error);
}
