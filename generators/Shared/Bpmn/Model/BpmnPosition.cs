namespace Camunda.ExternalTask.Bpmn;

/// <summary>A position in a file; line and column are 1-based, and (0, 0) is no position.</summary>
internal readonly record struct BpmnPosition(int Line, int Column)
{
    public override string ToString() => $"({Line},{Column})";
}
