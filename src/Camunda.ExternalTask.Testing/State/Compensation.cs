using Camunda.ExternalTask.Testing.Processes;
using Camunda.ExternalTask.Testing.Values;

namespace Camunda.ExternalTask.Testing.State;

/// <summary>A completed activity that can be compensated.</summary>
/// <param name="Node">The completed activity.</param>
/// <param name="Variables">The local variables that it had at its end.</param>
/// <param name="Inner">The completed activities within a subprocess that has no handler itself.</param>
internal sealed record Compensation(ProcessNode Node, IReadOnlyList<(string Name, EngineValue Value)> Variables, IReadOnlyList<Compensation> Inner);
