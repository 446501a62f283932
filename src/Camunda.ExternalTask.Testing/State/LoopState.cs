namespace Camunda.ExternalTask.Testing.State;

/// <summary>The items of a multi-instance loop; null without a collection.</summary>
internal sealed record LoopState(IReadOnlyList<object?>? Items, int Count);
