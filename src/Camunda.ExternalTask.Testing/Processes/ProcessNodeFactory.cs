using System.Xml.Linq;
using Camunda.ExternalTask.Bpmn;

namespace Camunda.ExternalTask.Testing.Processes;

/// <summary>Builds the nodes of a scope.</summary>
internal sealed class ProcessNodeFactory(
    BpmnModel model,
    BpmnProcess process,
    ElementDetails details,
    ProcessActions actions,
    Func<BpmnScope, ProcessScope> buildScope)
{
    public ProcessNode Build(BpmnFlowNode node) => new(node, ActivityTypes.Of(node))
    {
        IsForCompensation = details.Attribute(node.Id, "isForCompensation") == "true",
        Event = EventOf(node),
        Body = node.Body is { } body ? buildScope(body) : null,
        Topic = node.External is { } external ? ProcessTexts.Parse(external.Topic?.Value ?? "") : null,
        Priority = node.External is { } task && (task.Priority ?? process.TaskPriority) is { } priority ? ProcessTexts.Parse(priority.Value) : null,
        Action = actions.Of(node),
        Inputs = [.. node.Inputs.Select(parameter => ParameterOf(node, parameter))],
        Outputs = [.. node.Outputs.Select(parameter => ParameterOf(node, parameter))],
        Listeners = actions.ListenersOf(node.Id, node.Position),
        TaskErrors = [.. TaskErrorsOf(node)],
        Loop = node.MultiInstance is { } loop ? LoopOf(node, loop) : null,
        UserTask = node.Kind == BpmnNodeKind.UserTask ? UserTaskOf(node) : null,
        Call = node.Kind == BpmnNodeKind.CallActivity ? CallOf(node) : null,
        Initiator = details.Extension(node.Id, "initiator"),
        RetryCycle = ProcessTexts.ParseOrNull(node.FailedJobRetryTimeCycle?.Value),
        JobPriority = ProcessTexts.ParseOrNull(details.Extension(node.Id, "jobPriority") ?? details.Extension(process.Id, "jobPriority")),
    };

    private ProcessEvent? EventOf(BpmnFlowNode node)
    {
        if (node.Kind == BpmnNodeKind.ReceiveTask)
        {
            return new(BpmnEventKind.Message) { Name = NameOf(node.MessageRef?.Value) };
        }

        if (node.EventDefinitions.IsEmpty)
        {
            return null;
        }

        var definition = node.EventDefinitions[0];
        var reference = definition.Ref?.Value;
        return new(definition.Kind)
        {
            IsInterrupting = node.Interrupting,
            Name = definition.Kind is BpmnEventKind.Message or BpmnEventKind.Signal ? NameOf(reference) : null,
            Code = definition.Kind switch
            {
                BpmnEventKind.Error => model.ErrorCodeOf(reference),
                BpmnEventKind.Escalation => details.Find(reference)?.Attribute("escalationCode")?.Value,
                _ => null,
            },
            Message = definition.Kind == BpmnEventKind.Error ? ProcessTexts.ParseOrNull(model.FindError(reference)?.Message) : null,
            Body = ProcessTexts.ParseOrNull(definition.Body?.Value),
            TimerKind = definition.BodyElement,
            VariableName = ConditionOf(node, "variableName"),
            VariableEvents = ConditionOf(node, "variableEvents")?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [],
            CodeVariable = definition.CodeVariable?.Value,
            MessageVariable = definition.MessageVariable?.Value,
            ActivityRef = details.Child(node.Id, "compensateEventDefinition")?.Attribute("activityRef")?.Value,
            Link = details.Child(node.Id, "linkEventDefinition")?.Attribute("name")?.Value,
        };
    }

    private string? ConditionOf(BpmnFlowNode node, string attribute) =>
        details.Child(node.Id, "conditionalEventDefinition") is { } condition ? details.Extension(condition, attribute) : null;

    private BpmnExpression? NameOf(string? reference) => ProcessTexts.ParseOrNull(details.Find(reference)?.Attribute("name")?.Value);

    private IEnumerable<(string? Code, BpmnExpression Condition)> TaskErrorsOf(BpmnFlowNode node) => node.TaskErrors
        .Where(static error => error.Expression is not null)
        .Select(error => (model.ErrorCodeOf(error.ErrorRef), ProcessTexts.Parse(error.Expression!.Value)));

    private ProcessParameter ParameterOf(BpmnFlowNode node, BpmnParameter parameter) => parameter.Value.Kind switch
    {
        BpmnValueKind.List or BpmnValueKind.Map => new(parameter.Name, null) { Collection = parameter.Value },
        BpmnValueKind.Text or BpmnValueKind.Expression => new(parameter.Name, ProcessTexts.Parse(parameter.Value.Text)),
        BpmnValueKind.Script => new(parameter.Name, null) { Script = actions.ScriptOf(node, parameter.Name) },
        _ => new(parameter.Name, null),
    };

    private ProcessLoop LoopOf(BpmnFlowNode node, BpmnMultiInstance loop)
    {
        var element = details.Child(node.Id, "multiInstanceLoopCharacteristics");
        return new()
        {
            IsSequential = loop.IsSequential,
            Cardinality = ProcessTexts.ParseOrNull(loop.LoopCardinality?.Value),
            Collection = ProcessTexts.ParseOrNull(loop.Collection?.Value),
            ElementVariable = loop.ElementVariable?.Value,
            CompletionCondition = ProcessTexts.ParseOrNull(loop.CompletionCondition?.Value),
            IsAsyncBefore = element is not null && details.Extension(element, "asyncBefore") == "true",
            IsAsyncAfter = element is not null && details.Extension(element, "asyncAfter") == "true",
        };
    }

    private UserTaskDefinition UserTaskOf(BpmnFlowNode node) => new()
    {
        Name = ProcessTexts.ParseOrNull(node.Name),
        Description = ProcessTexts.ParseOrNull(node.Documentation),
        Assignee = Attribute(node, "assignee"),
        CandidateUsers = Attribute(node, "candidateUsers"),
        CandidateGroups = Attribute(node, "candidateGroups"),
        DueDate = Attribute(node, "dueDate"),
        FollowUpDate = Attribute(node, "followUpDate"),
        Priority = Attribute(node, "priority"),
        FormKey = Attribute(node, "formKey"),
    };

    private CallDefinition CallOf(BpmnFlowNode node)
    {
        var elements = details.Extensions(node.Id, "in").ToList();
        return new()
        {
            Element = ProcessTexts.Parse(details.Attribute(node.Id, "calledElement") ?? ""),
            Binding = details.Extension(node.Id, "calledElementBinding") ?? "latest",
            Version = Attribute(node, "calledElementVersion") ?? Attribute(node, "calledElementVersionTag"),
            TenantId = Attribute(node, "calledElementTenantId"),
            BusinessKey = elements.Select(static element => ProcessTexts.ParseOrNull(element.Attribute("businessKey")?.Value))
                .FirstOrDefault(static key => key is not null),
            In = [.. elements.Where(static element => element.Attribute("businessKey") is null).Select(MappingOf)],
            Out = [.. details.Extensions(node.Id, "out").Select(MappingOf)],
        };
    }

    private static CallMapping MappingOf(XElement element) => new(
        ProcessTexts.ParseOrNull(element.Attribute("sourceExpression")?.Value),
        element.Attribute("source")?.Value,
        element.Attribute("target")?.Value,
        element.Attribute("variables")?.Value == "all",
        element.Attribute("local")?.Value == "true");

    private BpmnExpression? Attribute(BpmnFlowNode node, string name) => ProcessTexts.ParseOrNull(details.Extension(node.Id, name));
}
