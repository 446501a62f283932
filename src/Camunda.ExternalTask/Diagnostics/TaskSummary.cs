namespace Camunda.ExternalTask;

/// <summary>The number of tasks that a worker has ended since its last summary.</summary>
/// <param name="Completed">Completed tasks.</param>
/// <param name="Failed">Failures with retries left.</param>
/// <param name="Incidents">Failures without retries.</param>
/// <param name="BpmnErrors">Reported BPMN errors.</param>
/// <param name="Other">Tasks that were released, detached or lost, and results that could not be delivered.</param>
public sealed record TaskSummary(long Completed, long Failed, long Incidents, long BpmnErrors, long Other);
