namespace Camunda.ExternalTask.Generators.Constants;

internal sealed record ConstantTableEntry(string Class, string Group, string Name, string Value);
