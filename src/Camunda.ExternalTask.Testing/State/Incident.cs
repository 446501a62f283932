namespace Camunda.ExternalTask.Testing.State;

/// <summary>An external task without retries, waiting for an operator.</summary>
internal sealed record Incident(string Id, EngineTask Task, DateTimeOffset Timestamp, string? Message);
