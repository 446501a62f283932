namespace Camunda.ExternalTask.Generators.Models;

/// <summary>Where an input property comes from.</summary>
internal enum PropertySource
{
    Variable,
    BusinessKey,
    ExtensionProperty,
    Fact,
}
