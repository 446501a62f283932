namespace Camunda.ExternalTask.Testing;

/// <summary>What a deployment brought.</summary>
/// <param name="Id">The deployment's id.</param>
/// <param name="DefinitionIds">The process definitions that are new; none where everything was known.</param>
public sealed record DeploymentInfo(string Id, IReadOnlyList<string> DefinitionIds);
