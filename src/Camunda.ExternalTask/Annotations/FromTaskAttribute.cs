namespace Camunda.ExternalTask;

/// <summary>Sets a property of an input from a property of the task instead of a variable.</summary>
/// <param name="taskProperty">The property of the task. <see cref="Camunda.ExternalTask.TaskProperty"/> documents the C# type of each.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class FromTaskAttribute(TaskProperty taskProperty) : Attribute
{
    /// <summary>The property of the task.</summary>
    public TaskProperty TaskProperty { get; } = taskProperty;
}
