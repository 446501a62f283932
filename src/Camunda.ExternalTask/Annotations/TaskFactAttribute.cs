namespace Camunda.ExternalTask;

/// <summary>Fills a property of an input with a property of the task instead of a variable.</summary>
/// <param name="fact">The task property. <see cref="TaskFact"/> states the C# type of each.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class TaskFactAttribute(TaskFact fact) : Attribute
{
    /// <summary>The task property.</summary>
    public TaskFact Fact { get; } = fact;
}
