namespace Camunda.ExternalTask.Simulation.Checking;

/// <summary>A broken invariant.</summary>
internal sealed record Violation(string Invariant, TimeSpan At, string Text);
