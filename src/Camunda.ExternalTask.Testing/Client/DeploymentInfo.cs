namespace Camunda.ExternalTask.Testing;

/// <summary>The result of a deployment.</summary>
/// <param name="Id">The deployment's id.</param>
/// <param name="DefinitionIds">The ids of the new process definitions; empty if an equal deployment existed.</param>
public sealed record DeploymentInfo(string Id, IReadOnlyList<string> DefinitionIds);
