namespace Camunda.ExternalTask.Bpmn;

internal enum BpmnProblemKind
{
    /// <summary>The XML is broken, or it is no BPMN; what stands before the place was read.</summary>
    Malformed,

    /// <summary>The model is made for Zeebe (Camunda 8); its extensions are not read.</summary>
    Zeebe,

    /// <summary>An attribute stands in two engines' namespaces with different values.</summary>
    Conflict,

    /// <summary>Two elements have the same id.</summary>
    DuplicateId,

    /// <summary>An element that needs an id has none and was left out.</summary>
    MissingId,
}

/// <summary>What is wrong with a file.</summary>
internal sealed record BpmnProblem(BpmnProblemKind Kind, string Message, BpmnPosition Position);
