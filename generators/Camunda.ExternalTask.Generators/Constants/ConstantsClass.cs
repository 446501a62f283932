namespace Camunda.ExternalTask.Generators.Constants;

/// <summary>The class that holds the constants of a file.</summary>
/// <param name="Path">The file.</param>
/// <param name="Name">The name of the class, or the name that it cannot have.</param>
/// <param name="Fault">Why no class is generated.</param>
/// <param name="Other">The other file that has this name, where that is the fault.</param>
internal sealed record ConstantsClass(string Path, string Name, ConstantsClassFault Fault = ConstantsClassFault.None, string? Other = null);
