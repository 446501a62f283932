namespace Camunda.ExternalTask.Generators.Models;

/// <summary>What a handle method is awaited as.</summary>
internal enum HandleAwaitable
{
    None,
    Task,
    ValueTask,
}

/// <summary>What a handle method comes back with.</summary>
internal enum HandleResult
{
    Nothing,
    Output,

    /// <summary><c>TaskOutcome</c>.</summary>
    Outcome,

    /// <summary><c>TaskOutcome&lt;TOutput&gt;</c>.</summary>
    OutcomeOfOutput,
}
