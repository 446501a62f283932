using Camunda.ExternalTask.Shared;

namespace Camunda.ExternalTask.Bpmn;

/// <summary>An activity, event or gateway.</summary>
internal sealed record BpmnFlowNode
{
    public required string Id { get; init; }

    public required BpmnNodeKind Kind { get; init; }

    /// <summary>The element's name in the file, such as <c>serviceTask</c>.</summary>
    public required string ElementName { get; init; }

    public string? Name { get; init; }

    public string? Documentation { get; init; }

    /// <summary>Where the id stands.</summary>
    public BpmnPosition Position { get; init; }

    /// <summary>The flow a gateway or activity takes when no condition holds.</summary>
    public string? DefaultFlow { get; init; }

    /// <summary>Set where the engine makes an external task of this node.</summary>
    public BpmnExternalTask? External { get; init; }

    /// <summary>
    /// External-task attributes at a place where the engine ignores them: on a user task, or on the event instead of its message
    /// definition.
    /// </summary>
    public BpmnExternalTask? MisplacedExternal { get; init; }

    public EquatableArray<BpmnParameter> Inputs { get; init; }

    public EquatableArray<BpmnParameter> Outputs { get; init; }

    public EquatableArray<BpmnExtensionProperty> ExtensionProperties { get; init; }

    /// <summary>Error event definitions on the task itself: expressions evaluated when a worker completes or fails it.</summary>
    public EquatableArray<BpmnTaskError> TaskErrors { get; init; }

    public BpmnMultiInstance? MultiInstance { get; init; }

    public EquatableArray<BpmnFormField> FormFields { get; init; }

    public BpmnText? FormKey { get; init; }

    public BpmnCall? Call { get; init; }

    public EquatableArray<BpmnEventDefinition> EventDefinitions { get; init; }

    /// <summary>The activity a boundary event is attached to.</summary>
    public string? AttachedToRef { get; init; }

    /// <summary>False for a boundary or start event that does not interrupt.</summary>
    public bool Interrupting { get; init; } = true;

    /// <summary>The content of a subprocess.</summary>
    public BpmnScope? Body { get; init; }

    /// <summary>True for an event subprocess.</summary>
    public bool TriggeredByEvent { get; init; }

    public bool AsyncBefore { get; init; }

    public bool AsyncAfter { get; init; }

    public BpmnText? FailedJobRetryTimeCycle { get; init; }

    /// <summary>How the engine itself performs a service, send, rule or script task.</summary>
    public BpmnImplementation? Implementation { get; init; }

    /// <summary>The variable that takes the result of a service, rule or script task.</summary>
    public BpmnText? ResultVariable { get; init; }

    public BpmnText? MessageRef { get; init; }

    public EquatableArray<BpmnListener> Listeners { get; init; }

    /// <summary>The element template this element was made from.</summary>
    public string? ModelerTemplate { get; init; }

    public string? ModelerTemplateVersion { get; init; }

    public bool IsActivity => Kind is >= BpmnNodeKind.Task and <= BpmnNodeKind.AdHocSubProcess;

    public bool IsGateway => Kind >= BpmnNodeKind.ExclusiveGateway;
}
