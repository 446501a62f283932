namespace Camunda.ExternalTask.Bpmn;

internal enum BpmnProblemKind
{
    /// <summary>The XML is not well-formed or not BPMN. The part before the position was read.</summary>
    Malformed,

    /// <summary>The model is made for Zeebe (Camunda 8); its extensions are not read.</summary>
    Zeebe,

    /// <summary>An attribute has different values in the namespaces of two engines.</summary>
    Conflict,

    /// <summary>Two elements have the same id.</summary>
    DuplicateId,

    /// <summary>An element that needs an id has none and was left out.</summary>
    MissingId,
}

/// <summary>A problem in a file.</summary>
internal sealed record BpmnProblem(BpmnProblemKind Kind, string Message, BpmnPosition Position);
