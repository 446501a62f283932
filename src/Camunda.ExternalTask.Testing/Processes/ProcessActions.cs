using System.Xml.Linq;
using Camunda.ExternalTask.Bpmn;

namespace Camunda.ExternalTask.Testing.Processes;

/// <summary>Finds what the engine runs itself: expressions, and Java classes, beans, scripts and decisions that the test must implement.</summary>
internal sealed class ProcessActions(ElementDetails details, Func<string, bool> isImplemented, List<ModelFault> errors)
{
    /// <summary>The action of a service, send, script or business rule task, or of a message event; null if there is none.</summary>
    public ProcessAction? Of(BpmnFlowNode node)
    {
        var implementation = node.Implementation;
        if (implementation is null && details.Child(node.Id, "messageEventDefinition") is { } message)
        {
            implementation = OfAttributes(message);
        }

        if (node.External is not null || implementation is null || node.Kind == BpmnNodeKind.CallActivity)
        {
            return null;
        }

        var action = Create(implementation, node.Id, node.ElementName, node.Id, node.Position);
        return action with { ResultVariable = node.ResultVariable?.Value };
    }

    /// <summary>The execution and task listeners of an element.</summary>
    public IReadOnlyList<ProcessListener> ListenersOf(string id, BpmnPosition position) =>
        [.. ListenersOf(id, "executionListener", position), .. ListenersOf(id, "taskListener", position)];

    /// <summary>The script of a parameter.</summary>
    public ProcessAction ScriptOf(BpmnFlowNode node, string parameter) => Implemented(
        $"{node.Id}.{parameter}",
        $"the script of parameter '{parameter}'",
        node.ElementName,
        node.Id,
        node.Position);

    private IEnumerable<ProcessListener> ListenersOf(string id, string kind, BpmnPosition position)
    {
        var number = 0;
        foreach (var element in details.Extensions(id, kind))
        {
            var trigger = element.Attribute("event")?.Value ?? (kind == "executionListener" ? "take" : "create");
            var name = $"{id}.{trigger}" + (number++ == 0 ? "" : $".{number}");
            var action = OfAttributes(element) is { } implementation
                ? Create(implementation, name, kind, id, position)
                : Implemented(name, "a script", kind, id, position);
            if (trigger == "timeout")
            {
                errors.Add(new($"a listener for 'timeout' (id '{id}', line {position.Line}) is not supported by the engine in memory", position, id));
            }

            yield return new(trigger, kind == "taskListener", action);
        }
    }

    private BpmnImplementation? OfAttributes(XElement element) =>
        Find(element, "class", BpmnImplementationKind.Class)
        ?? Find(element, "expression", BpmnImplementationKind.Expression)
        ?? Find(element, "delegateExpression", BpmnImplementationKind.DelegateExpression);

    private BpmnImplementation? Find(XElement element, string name, BpmnImplementationKind kind) =>
        (details.Extension(element, name) ?? (element.Name.NamespaceName != BpmnNamespaces.Bpmn ? element.Attribute(name)?.Value : null)) is { } value
            ? new(kind, new(value, default), null)
            : null;

    private ProcessAction Create(BpmnImplementation implementation, string scriptName, string elementName, string id, BpmnPosition position)
    {
        var text = implementation.Body.Value.Trim();
        switch (implementation.Kind)
        {
            case BpmnImplementationKind.Expression:
                return new(ProcessActionKind.Expression, Inner(text), ProcessTexts.Parse(text));
            case BpmnImplementationKind.Class:
                return Implemented(text, $"class '{text}'", elementName, id, position);
            case BpmnImplementationKind.DelegateExpression:
                ProcessTexts.Parse(text);
                return Implemented(Inner(text), $"delegate expression '{text}'", elementName, id, position);
            case BpmnImplementationKind.Decision:
                return Implemented(text, $"decision '{text}'", elementName, id, position);
            case BpmnImplementationKind.Connector:
                return Implemented(text, $"connector '{text}'", elementName, id, position);
            case BpmnImplementationKind.Script:
                return Implemented(scriptName, "the script", elementName, id, position);
            default:
                return Implemented(text, $"type '{text}'", elementName, id, position);
        }
    }

    private ProcessAction Implemented(string name, string what, string elementName, string id, BpmnPosition position)
    {
        if (!isImplemented(name))
        {
            errors.Add(new(
                $"{what} of '{elementName}' (id '{id}', line {position.Line}) has no implementation; "
                + $"add engine.Implement(\"{name}\", execution => …) before the deployment",
                position,
                id));
        }

        return new(ProcessActionKind.Implemented, name);
    }

    private static string Inner(string text) => text is ['$' or '#', '{', .. var inner, '}'] ? inner.Trim() : text;
}
