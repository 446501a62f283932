using Camunda.ExternalTask.Bpmn;

namespace Camunda.ExternalTask.Testing.Processes;

/// <summary>An input or output parameter.</summary>
internal sealed record ProcessParameter(string Name, BpmnExpression? Expression)
{
    /// <summary>The content of a list or map, which has no expression.</summary>
    public BpmnValue? Collection { get; init; }

    /// <summary>The script that the test implements.</summary>
    public ProcessAction? Script { get; init; }
}
