using Camunda.ExternalTask.Bpmn;

namespace Camunda.ExternalTask.Testing.Processes;

/// <summary>A flow node of a process graph.</summary>
internal sealed class ProcessNode(BpmnFlowNode model, string activityType)
{
    public BpmnFlowNode Model => model;

    public string Id => model.Id;

    public BpmnNodeKind Kind => model.Kind;

    /// <summary>The history's name for the kind of node.</summary>
    public string ActivityType => activityType;

    public bool IsExternal => model.External is not null;

    public bool IsEventSubprocess => model.TriggeredByEvent;

    public List<ProcessFlow> Outgoing { get; } = [];

    public List<ProcessNode> Sources { get; } = [];

    public int IncomingCount => Sources.Count;

    /// <summary>The boundary events of this activity.</summary>
    public List<ProcessNode> Boundaries { get; } = [];

    /// <summary>The activity that compensates this one, or null.</summary>
    public ProcessNode? CompensationHandler { get; set; }

    /// <summary>True for an activity that runs only as a compensation handler.</summary>
    public bool IsForCompensation { get; init; }

    /// <summary>What the event catches or throws; null for events without a definition and other nodes.</summary>
    public ProcessEvent? Event { get; init; }

    /// <summary>The content of a subprocess.</summary>
    public ProcessScope? Body
    {
        get;
        init
        {
            field = value;
            foreach (var node in value?.Nodes ?? [])
            {
                node.Container = this;
            }
        }
    }

    /// <summary>The subprocess that contains this node, or null.</summary>
    public ProcessNode? Container { get; private set; }

    public BpmnExpression? Topic { get; init; }

    public BpmnExpression? Priority { get; init; }

    /// <summary>What the engine runs itself for this node.</summary>
    public ProcessAction? Action { get; init; }

    public IReadOnlyList<ProcessParameter> Inputs { get; init; } = [];

    public IReadOnlyList<ProcessParameter> Outputs { get; init; } = [];

    public IReadOnlyList<ProcessListener> Listeners { get; init; } = [];

    /// <summary>The task's error definitions, which turn failures and completions into BPMN errors.</summary>
    public IReadOnlyList<(string? Code, BpmnExpression Condition)> TaskErrors { get; init; } = [];

    public ProcessLoop? Loop { get; init; }

    public UserTaskDefinition? UserTask { get; init; }

    public CallDefinition? Call { get; init; }

    /// <summary>The variable for the user who starts an instance.</summary>
    public string? Initiator { get; init; }

    /// <summary>The retries of a failed job.</summary>
    public BpmnExpression? RetryCycle { get; init; }

    public BpmnExpression? JobPriority { get; init; }

    public bool HasAsyncBefore => model.AsyncBefore;

    public bool HasAsyncAfter => model.AsyncAfter;

    public bool IsWaiting => IsExternal || model.Kind is BpmnNodeKind.UserTask or BpmnNodeKind.ReceiveTask or BpmnNodeKind.EventBasedGateway
        || (model.Kind == BpmnNodeKind.IntermediateCatchEvent && Event?.Waits == true);

    /// <summary>True for a node whose variables, events and listeners need a scope.</summary>
    public bool IsScope => IsWaiting || CompensationHandler is not null || IsThrown(Event?.Kind) || Body is not null || Call is not null || Loop is not null
        || Action is { Kind: not ProcessActionKind.Expression } || Boundaries.Count > 0 || Inputs.Count > 0 || Outputs.Count > 0 || Listeners.Count > 0;

    private bool IsThrown(BpmnEventKind? kind) =>
        kind is BpmnEventKind.Compensate or BpmnEventKind.Cancel && Kind is (BpmnNodeKind.EndEvent or BpmnNodeKind.IntermediateThrowEvent);
}
