using Camunda.ExternalTask.Bpmn;

namespace Camunda.ExternalTask.Analyzers.Flow;

internal enum FlowFindingKind
{
    /// <summary>An expression reads a variable that is not there, so its evaluation fails.</summary>
    VariableMissing,

    /// <summary>A condition whose value is not a Boolean.</summary>
    ConditionNotBoolean,

    /// <summary>A condition whose value can be null.</summary>
    ConditionNull,

    /// <summary>A gateway without a flow for a possible value.</summary>
    NoFlow,

    /// <summary>A handler requires a variable that is not there.</summary>
    InputMissing,

    /// <summary>A handler reads a variable whose type its property cannot be read from.</summary>
    InputUnreadable,
}

/// <summary>A fault that a path through a process leads to.</summary>
internal sealed record FlowFinding(FlowFindingKind Kind, FlowElement Element, BpmnPosition Position)
{
    /// <summary>The variable, or null for an expression that is not a single variable.</summary>
    public string? Variable { get; init; }

    /// <summary>The expression, or the value without a flow.</summary>
    public string? Text { get; init; }

    /// <summary>The property of an input.</summary>
    public string? Property { get; init; }

    /// <summary>The types that the variable has on the path.</summary>
    public VariableTypes Types { get; init; }

    /// <summary>What begins the transaction that fails.</summary>
    public TransactionStart Transaction { get; init; }
}
