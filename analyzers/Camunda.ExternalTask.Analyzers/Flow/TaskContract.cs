using Camunda.ExternalTask.Bpmn;
using Camunda.ExternalTask.Shared;

namespace Camunda.ExternalTask.Analyzers.Flow;

/// <summary>A variable that a handler reads.</summary>
/// <param name="Name">The variable.</param>
/// <param name="Property">The property of the input.</param>
/// <param name="IsRequired">Whether the task fails if the variable is absent.</param>
/// <param name="Readable">What the property can be read from.</param>
internal sealed record ReadVariable(string Name, string Property, bool IsRequired, ReadableValues Readable);

/// <summary>A BPMN error that a handler reports, with the variables that it sends.</summary>
internal sealed record ReportedError(string Code, EquatableArray<WrittenVariable> Variables);

/// <summary>What the handler of an external task reads, writes and reports.</summary>
internal sealed record TaskContract
{
    public EquatableArray<ReadVariable> Reads { get; init; }

    /// <summary>Whether the handler can read any variable.</summary>
    public bool ReadsAny { get; init; }

    public EquatableArray<WrittenVariable> Writes { get; init; }

    /// <summary>Whether the handler can write other variables, too.</summary>
    public bool WritesAny { get; init; }

    public EquatableArray<ReportedError> Errors { get; init; }

    /// <summary>Whether the handler can report other errors, too.</summary>
    public bool ReportsAny { get; init; }
}

/// <summary>What the code of a project declares about its models.</summary>
internal interface IFlowContracts
{
    /// <summary>The contract of the only handler that receives a task; null if the handler is not known.</summary>
    TaskContract? OfTask(BpmnProcess process, BpmnFlowNode node);

    /// <summary>The variables that a process is started with; null if the project does not declare them.</summary>
    EquatableArray<WrittenVariable>? OfStart(string processId);

    /// <summary>The variables that a message carries; null if the project does not declare them.</summary>
    EquatableArray<WrittenVariable>? OfMessage(string name);
}
