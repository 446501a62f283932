using System.Collections.Generic;
using Camunda.ExternalTask.Shared;

namespace Camunda.ExternalTask.Bpmn;

/// <summary>Collects the results of the readers, so that a file with an error in the middle still has the part before it.</summary>
internal sealed class BpmnModelBuilder
{
    private readonly HashSet<string> _ids = [];
    private readonly List<BpmnProblem> _problems = [];

    public string? Id { get; set; }

    public string? Name { get; set; }

    public string? ExecutionPlatform { get; set; }

    public string? ExecutionPlatformVersion { get; set; }

    public List<BpmnProcess> Processes { get; } = [];

    public List<BpmnError> Errors { get; } = [];

    public List<BpmnMessage> Messages { get; } = [];

    public List<BpmnSignal> Signals { get; } = [];

    public void Add(BpmnProblemKind kind, string message, BpmnPosition position)
    {
        var problem = new BpmnProblem(kind, message, position);
        if (!_problems.Contains(problem))
        {
            _problems.Add(problem);
        }
    }

    public void AddZeebe(BpmnPosition position)
    {
        if (!_problems.Exists(static problem => problem.Kind == BpmnProblemKind.Zeebe))
        {
            Add(BpmnProblemKind.Zeebe, "The model is made for Zeebe (Camunda 8), which has no external tasks.", position);
        }
    }

    /// <summary>The id of the element; reports one that is missing (null) or duplicate.</summary>
    public string? TakeId(BpmnElement element)
    {
        if (element.Attribute("id") is not { Value.Length: > 0 } id)
        {
            Add(BpmnProblemKind.MissingId, $"The element '{element.Name}' has no id.", element.Position);
            return null;
        }

        if (!_ids.Add(id.Value))
        {
            Add(BpmnProblemKind.DuplicateId, $"The id '{id.Value}' is used more than once.", id.Position);
        }

        return id.Value;
    }

    public BpmnModel Build() => new()
    {
        Id = Id,
        Name = Name,
        ExecutionPlatform = ExecutionPlatform,
        ExecutionPlatformVersion = ExecutionPlatformVersion,
        Processes = Processes.ToEquatableArray(),
        Errors = Errors.ToEquatableArray(),
        Messages = Messages.ToEquatableArray(),
        Signals = Signals.ToEquatableArray(),
        Problems = _problems.ToEquatableArray(),
    };
}
