using System.Collections.Generic;

namespace Camunda.ExternalTask.Bpmn;

/// <summary>The parts of a node that its child elements contain.</summary>
internal sealed class FlowNodeParts
{
    public string? Documentation { get; set; }

    public BpmnMultiInstance? MultiInstance { get; set; }

    public BpmnText? FailedJobRetryTimeCycle { get; set; }

    public BpmnText? Script { get; set; }

    public BpmnText? Connector { get; set; }

    /// <summary>The external-task attributes of the message definition.</summary>
    public BpmnExternalTask? MessageExternal { get; set; }

    public List<BpmnParameter> Inputs { get; } = [];

    public List<BpmnParameter> Outputs { get; } = [];

    public List<BpmnExtensionProperty> ExtensionProperties { get; } = [];

    public List<BpmnTaskError> TaskErrors { get; } = [];

    public List<BpmnFormField> FormFields { get; } = [];

    public List<BpmnCallMapping> CallIn { get; } = [];

    public List<BpmnCallMapping> CallOut { get; } = [];

    public List<BpmnEventDefinition> EventDefinitions { get; } = [];

    public List<BpmnListener> Listeners { get; } = [];
}
