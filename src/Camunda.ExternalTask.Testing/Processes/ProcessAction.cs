using Camunda.ExternalTask.Bpmn;

namespace Camunda.ExternalTask.Testing.Processes;

/// <summary>How the engine performs an action.</summary>
internal enum ProcessActionKind
{
    /// <summary>An expression that the engine evaluates, unless the test implements it.</summary>
    Expression,

    /// <summary>A Java class, bean, script or decision that the test implements.</summary>
    Implemented,
}

/// <summary>Something that the engine runs itself.</summary>
/// <param name="Kind">How the engine performs the action.</param>
/// <param name="Name">The name under which a test implements it.</param>
/// <param name="Expression">The expression, if it has one.</param>
/// <param name="ResultVariable">The variable for the result.</param>
internal sealed record ProcessAction(ProcessActionKind Kind, string Name, BpmnExpression? Expression = null, string? ResultVariable = null);

/// <summary>An action at an event of an activity or user task.</summary>
internal sealed record ProcessListener(string Event, bool IsTaskListener, ProcessAction Action);

/// <summary>A multi-instance loop.</summary>
internal sealed record ProcessLoop
{
    public bool IsSequential { get; init; }

    public BpmnExpression? Cardinality { get; init; }

    public BpmnExpression? Collection { get; init; }

    public string? ElementVariable { get; init; }

    public BpmnExpression? CompletionCondition { get; init; }

    /// <summary>True if each inner instance begins or ends with a job.</summary>
    public bool IsAsyncBefore { get; init; }

    public bool IsAsyncAfter { get; init; }
}

/// <summary>The attributes of a user task.</summary>
internal sealed record UserTaskDefinition
{
    public BpmnExpression? Name { get; init; }

    public BpmnExpression? Description { get; init; }

    public BpmnExpression? Assignee { get; init; }

    public BpmnExpression? CandidateUsers { get; init; }

    public BpmnExpression? CandidateGroups { get; init; }

    public BpmnExpression? DueDate { get; init; }

    public BpmnExpression? FollowUpDate { get; init; }

    public BpmnExpression? Priority { get; init; }

    public BpmnExpression? FormKey { get; init; }
}

/// <summary>The process that a call activity calls.</summary>
internal sealed record CallDefinition
{
    public required BpmnExpression Element { get; init; }

    /// <summary><c>latest</c>, <c>deployment</c>, <c>version</c> or <c>versionTag</c>.</summary>
    public string Binding { get; init; } = "latest";

    public BpmnExpression? Version { get; init; }

    public BpmnExpression? TenantId { get; init; }

    public BpmnExpression? BusinessKey { get; init; }

    public IReadOnlyList<CallMapping> In { get; init; } = [];

    public IReadOnlyList<CallMapping> Out { get; init; } = [];
}

/// <summary>A mapping of variables between a call activity and the called instance.</summary>
internal sealed record CallMapping(BpmnExpression? Expression, string? Source, string? Target, bool IsAll, bool IsLocal);
