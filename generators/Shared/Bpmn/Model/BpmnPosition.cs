namespace Camunda.ExternalTask.Bpmn;

/// <summary>A place in a file; line and column count from 1, and (0, 0) is nowhere.</summary>
internal readonly record struct BpmnPosition(int Line, int Column)
{
    public override string ToString() => $"({Line},{Column})";
}
