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

    /// <summary>The position of the id.</summary>
    public BpmnPosition Position { get; init; }

    /// <summary>The flow that a gateway or activity takes if no condition is true.</summary>
    public string? DefaultFlow { get; init; }

    /// <summary>The external task that the engine creates for this node, or null.</summary>
    public BpmnExternalTask? External { get; init; }

    /// <summary>
    /// External-task attributes that the engine ignores: on a user task, or on the event instead of its message
    /// definition.
    /// </summary>
    public BpmnExternalTask? MisplacedExternal { get; init; }

    public EquatableArray<BpmnParameter> Inputs { get; init; }

    public EquatableArray<BpmnParameter> Outputs { get; init; }

    public EquatableArray<BpmnExtensionProperty> ExtensionProperties { get; init; }

    /// <summary>Error event definitions on the task itself: expressions that the engine evaluates when a worker completes or fails the task.</summary>
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

    /// <summary>The implementation of a service, send, rule or script task in the engine.</summary>
    public BpmnImplementation? Implementation { get; init; }

    /// <summary>The variable for the result of a service, rule or script task.</summary>
    public BpmnText? ResultVariable { get; init; }

    public BpmnText? MessageRef { get; init; }

    public EquatableArray<BpmnListener> Listeners { get; init; }

    /// <summary>The template of this element.</summary>
    public string? ModelerTemplate { get; init; }

    public string? ModelerTemplateVersion { get; init; }

    public bool IsActivity => Kind is >= BpmnNodeKind.Task and <= BpmnNodeKind.AdHocSubProcess;

    public bool IsGateway => Kind >= BpmnNodeKind.ExclusiveGateway;
}
