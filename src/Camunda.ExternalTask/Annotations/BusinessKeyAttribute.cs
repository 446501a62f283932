namespace Camunda.ExternalTask;

/// <summary>Fills a <see cref="string"/> property of an input with the business key of the task's process instance instead of a variable.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class BusinessKeyAttribute : Attribute;
