using Camunda.ExternalTask.Protocol;

namespace Camunda.ExternalTask.Simulation.Network;

/// <summary>A request that a worker sends.</summary>
/// <param name="Text">The request, for the trace.</param>
/// <param name="Timeout">How long the worker waits for the response.</param>
/// <param name="CarryOut">Carries the request out in the engine, which passes its response to the argument at once or later.</param>
/// <param name="Failed">Makes a response of an error.</param>
/// <param name="Answered">Receives the response.</param>
internal sealed record Call<T>(string Text, TimeSpan Timeout, Action<Action<T>> CarryOut, Func<EngineError, T> Failed, Action<T> Answered)
{
    /// <summary>Whether the request belongs to one task. If not, an outage must not multiply it.</summary>
    public bool IsOfTask { get; init; }

    /// <summary>Whether a handler sends the request. The worker does not decide about it.</summary>
    public bool IsOfHandler { get; init; }

    /// <summary>Cuts a response in its body; null if the call loses its response instead.</summary>
    public Func<T, T>? Cut { get; init; }

    /// <summary>Marks the response of a request that was sent repeatedly.</summary>
    public Func<T, T>? MarkRepeated { get; init; }

    /// <summary>Learns that the engine reads the request, or a copy of it, when the worker cannot expect that any more.</summary>
    public Action? Strayed { get; init; }
}
