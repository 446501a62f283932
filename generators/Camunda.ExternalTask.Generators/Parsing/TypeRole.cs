namespace Camunda.ExternalTask.Generators.Parsing;

/// <summary>What the properties of a type are parsed for.</summary>
internal enum TypeRole
{
    Input,
    Output,
    BpmnError,
}
