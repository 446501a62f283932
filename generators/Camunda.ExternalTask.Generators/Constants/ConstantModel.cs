namespace Camunda.ExternalTask.Generators.Constants;

/// <summary>A constant.</summary>
/// <param name="Name">The C# name.</param>
/// <param name="Value">The text in the model.</param>
/// <param name="Documentation">The documentation in the model, on one line.</param>
/// <param name="Line">The line of the first place in the file, or 0.</param>
internal sealed record ConstantModel(string Name, string Value, string Documentation, int Line);
