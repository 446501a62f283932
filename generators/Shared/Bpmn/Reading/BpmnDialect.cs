namespace Camunda.ExternalTask.Bpmn;

/// <summary>The engine whose extensions take precedence if an element has those of two.</summary>
internal enum BpmnDialect
{
    /// <summary>Operaton's in a model whose execution platform is Operaton, else Camunda's.</summary>
    Auto,
    Camunda,
    Operaton,
}
