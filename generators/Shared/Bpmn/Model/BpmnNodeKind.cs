namespace Camunda.ExternalTask.Bpmn;

internal enum BpmnNodeKind
{
    StartEvent,
    EndEvent,
    IntermediateCatchEvent,
    IntermediateThrowEvent,
    BoundaryEvent,
    Task,
    ServiceTask,
    SendTask,
    ReceiveTask,
    UserTask,
    ManualTask,
    BusinessRuleTask,
    ScriptTask,
    CallActivity,
    SubProcess,
    Transaction,
    AdHocSubProcess,
    ExclusiveGateway,
    ParallelGateway,
    InclusiveGateway,
    ComplexGateway,
    EventBasedGateway,
}
