using Camunda.ExternalTask.Bpmn;

namespace Camunda.ExternalTask.Testing.Processes;

/// <summary>A reason why the engine does not deploy a model.</summary>
/// <param name="Message">The reason.</param>
/// <param name="Position">Where, or no position.</param>
/// <param name="ElementId">The id of the element, or null.</param>
internal sealed record ModelFault(string Message, BpmnPosition Position, string? ElementId);
