namespace Camunda.ExternalTask;

/// <summary>
/// Fills a <see cref="string"/> property of an input with an extension property of the task (<c>camunda:property</c> in the model) instead of
/// a variable. The engine does not evaluate expressions in it.
/// </summary>
/// <param name="name">The extension property's name, case-sensitive.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class ExtensionPropertyAttribute(string name) : Attribute
{
    /// <summary>The extension property's name, case-sensitive.</summary>
    public string Name { get; } = name;
}
