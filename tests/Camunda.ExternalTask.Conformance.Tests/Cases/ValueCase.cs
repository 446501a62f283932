namespace Camunda.ExternalTask.Conformance.Tests;

/// <summary>A value object sent with a completion, and what becomes of it.</summary>
internal sealed record ValueCase(string Name, string Sent, ValueOutcome Outcome)
{
    /// <summary>Where Operaton without Spin differs.</summary>
    public ValueOutcome? OnOperaton { get; init; }
}
