namespace Camunda.ExternalTask.Generators.Constants;

/// <summary>The class that holds the constants of a file.</summary>
internal sealed record ConstantsClass(string Path, string Name);
