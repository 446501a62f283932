namespace Camunda.ExternalTask.Generators.Parsing;

/// <summary>The purpose for which the properties of a type are parsed.</summary>
internal enum TypeRole
{
    Input,
    Output,
    BpmnError,
}
