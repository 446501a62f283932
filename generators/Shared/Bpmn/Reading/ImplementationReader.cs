using System;

namespace Camunda.ExternalTask.Bpmn;

/// <summary>Reads the attributes for the implementation of a task.</summary>
internal static class ImplementationReader
{
    /// <summary>The external-task attributes of an element; the engine ignores the case of <c>external</c>.</summary>
    public static BpmnExternalTask? ExternalOf(BpmnElement element) =>
        element.Extension("type") is { } type && type.Value.Equals("external", StringComparison.OrdinalIgnoreCase)
            ? new BpmnExternalTask(element.Extension("topic"), element.Extension("taskPriority"), type.Position)
            : null;

    public static BpmnImplementation? Of(BpmnElement element, FlowNodeParts parts) =>
        OfAttributes(element) ?? ConnectorOf(parts) ?? ScriptOf(element, parts);

    /// <summary>The implementation of a task or listener from its attributes.</summary>
    public static BpmnImplementation? OfAttributes(BpmnElement element) =>
        Of(element, "class", BpmnImplementationKind.Class)
        ?? Of(element, "expression", BpmnImplementationKind.Expression)
        ?? Of(element, "delegateExpression", BpmnImplementationKind.DelegateExpression)
        ?? Of(element, "decisionRef", BpmnImplementationKind.Decision)
        ?? (ExternalOf(element) is null ? Of(element, "type", BpmnImplementationKind.Type) : null);

    private static BpmnImplementation? Of(BpmnElement element, string attribute, BpmnImplementationKind kind) =>
        // Listeners are elements of the engine's namespace, so their attributes need no prefix.
        (element.Extension(attribute) ?? (element.IsExtension ? element.Attribute(attribute) : null)) is { } value
            ? new BpmnImplementation(kind, value, null)
            : null;

    private static BpmnImplementation? ConnectorOf(FlowNodeParts parts) =>
        parts.Connector is { } connector ? new BpmnImplementation(BpmnImplementationKind.Connector, connector, null) : null;

    private static BpmnImplementation? ScriptOf(BpmnElement element, FlowNodeParts parts) =>
        (parts.Script ?? element.Extension("resource")) is { } script
            ? new BpmnImplementation(BpmnImplementationKind.Script, script, element.Attribute("scriptFormat")?.Value)
            : null;
}
