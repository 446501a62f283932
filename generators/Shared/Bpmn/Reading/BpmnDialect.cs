namespace Camunda.ExternalTask.Bpmn;

/// <summary>The engine whose extensions are read, and take precedence if an element has those of two.</summary>
internal enum BpmnDialect
{
    /// <summary>Those of all engines. Operaton's come first in a model whose execution platform is Operaton, else Camunda's.</summary>
    Auto,

    /// <summary>What Camunda reads: its own and Activiti's.</summary>
    Camunda,

    /// <summary>What Operaton reads: its own and Camunda's.</summary>
    Operaton,
}
