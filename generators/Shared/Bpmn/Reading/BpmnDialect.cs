namespace Camunda.ExternalTask.Bpmn;

/// <summary>Whose extensions win where an element carries those of two engines.</summary>
internal enum BpmnDialect
{
    /// <summary>Operaton's in a model whose execution platform is Operaton, else Camunda's.</summary>
    Auto,
    Camunda,
    Operaton,
}
