namespace Camunda.ExternalTask;

/// <summary>Fills a property of an input with a fact about the task instead of a variable.</summary>
/// <param name="fact">The fact; <see cref="TaskFact"/> says each one's C# type.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class TaskFactAttribute(TaskFact fact) : Attribute
{
    /// <summary>The fact.</summary>
    public TaskFact Fact { get; } = fact;
}
