namespace Camunda.ExternalTask.Shared.Parsing;

/// <summary>What the properties of a type are parsed for.</summary>
internal enum TypeRole
{
    Input,
    Output,
    BpmnError,
}
