namespace Camunda.ExternalTask.Analyzers.Flow;

internal enum TransactionKind
{
    /// <summary>A process instance is started.</summary>
    Start,

    /// <summary>A worker completes an external task.</summary>
    Complete,

    /// <summary>The job executor continues an instance: after a timer, or at an asynchronous continuation.</summary>
    Job,

    /// <summary>A user task is completed, or a message or signal arrives.</summary>
    Event,
}

/// <summary>What begins a transaction of the engine. The engine then runs the instance up to the next wait states.</summary>
/// <param name="Kind">What happens.</param>
/// <param name="NodeId">The element at which it happens; null for the start of an instance.</param>
internal readonly record struct TransactionStart(TransactionKind Kind, string? NodeId)
{
    public static readonly TransactionStart Instance = new(TransactionKind.Start, null);

    public override string ToString() => $"{Kind}@{NodeId}";
}
