namespace Camunda.ExternalTask.Generators.Models;

/// <summary>What a handle method returns to await.</summary>
internal enum HandleAwaitable
{
    None,
    Task,
    ValueTask,
}

/// <summary>The result of a handle method.</summary>
internal enum HandleResult
{
    Nothing,
    Output,

    /// <summary><c>TaskOutcome</c>.</summary>
    Outcome,

    /// <summary><c>TaskOutcome&lt;TOutput&gt;</c>.</summary>
    OutcomeOfOutput,
}
