using Camunda.ExternalTask.Testing.State;
using Camunda.ExternalTask.Testing.Values;

namespace Camunda.ExternalTask.Testing.Operations;

/// <summary>A fetched task with its data and variables at the time of the fetch.</summary>
/// <remarks>The REST layer writes it after the transaction, when other requests may already have changed the task.</remarks>
internal sealed record LockedTask(
    EngineTask Task,
    TaskData Data,
    TopicInstruction Topic,
    IReadOnlyList<(string Name, EngineValue Value)> Variables);
