namespace Camunda.ExternalTask.Generators.Parsing;

/// <summary>The purpose for which the properties of a type are parsed.</summary>
internal enum TypeRole
{
    Input,
    Output,
    BpmnError,

    /// <summary>A process start, message or signal: written like an output, without a scope of a task.</summary>
    Payload,
}
