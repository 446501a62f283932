namespace Camunda.ExternalTask.Generators.Models;

/// <summary>The source of an input property.</summary>
internal enum PropertySource
{
    Variable,
    BusinessKey,
    ExtensionProperty,
    TaskProperty,
}
