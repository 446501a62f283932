namespace Camunda.ExternalTask.Shared.Constants;

internal sealed record ConstantTableEntry(string Class, string Group, string Name, string Value);
