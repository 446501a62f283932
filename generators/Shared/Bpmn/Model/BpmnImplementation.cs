namespace Camunda.ExternalTask.Bpmn;

internal enum BpmnImplementationKind
{
    Class,
    Expression,
    DelegateExpression,
    Connector,
    Decision,
    Script,
    Type,
}

internal sealed record BpmnImplementation(BpmnImplementationKind Kind, BpmnText Body, string? ScriptFormat);
