using Camunda.ExternalTask.Bpmn;
using Camunda.ExternalTask.Testing.Processes;

namespace Camunda.ExternalTask.Testing.State;

/// <summary>A message, signal or condition that a scope waits for, or with which an instance of a process starts.</summary>
/// <param name="Id">The id.</param>
/// <param name="Kind">Message, signal or conditional.</param>
/// <param name="Name">The name of the message or signal; empty for a condition.</param>
/// <param name="Definition">The process.</param>
/// <param name="Execution">The scope that waits; null for a start.</param>
/// <param name="Node">The event, receive task, or start event of an event subprocess.</param>
/// <param name="Created">The time of the subscription.</param>
internal sealed record EventSubscription(
    string Id,
    BpmnEventKind Kind,
    string Name,
    ProcessDefinition Definition,
    Execution? Execution,
    ProcessNode Node,
    DateTimeOffset Created);
