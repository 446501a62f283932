namespace Camunda.ExternalTask;

/// <summary>
/// Makes a <c>partial</c> class the handler of an external-task topic. The source generator writes its registration, the reading of its
/// input, the dispatch and the wrapping of its result.
/// </summary>
/// <remarks>
/// The class has one method <c>HandleAsync</c> or <c>Handle</c>. It takes, in any order and all optional, an input (a
/// <see cref="TaskInputAttribute"/> type), an <see cref="ExternalTaskContext"/> and a <see cref="CancellationToken"/>, and returns nothing,
/// an output (a <see cref="TaskOutputAttribute"/> type), <see cref="TaskOutcome"/> or <see cref="TaskOutcome{TOutput}"/>, or a task of these.
/// Filters are those of <c>POST /external-task/fetchAndLock</c>; an unset filter does not restrict.
/// </remarks>
/// <param name="topic">The topic of the service task in the model (<c>camunda:topic</c>), case-sensitive.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ExternalTaskHandlerAttribute(string topic) : Attribute
{
    /// <summary>The topic of the service task in the model (<c>camunda:topic</c>), case-sensitive.</summary>
    public string Topic { get; } = topic;

    /// <summary>How long a fetched task is locked, an ISO 8601 duration such as <c>PT1M</c>. The worker extends the lock while the handler runs. Unset: the worker's default (60 s).</summary>
    public string? LockDuration { get; set; }

    /// <summary>When failed tasks are tried again, in the engine's <c>failedJobRetryTimeCycle</c> notation: <c>R3/PT30S</c> (three attempts in all, so two retries) or one waiting time per retry such as <c>PT10S,PT1M,PT5M</c>; <c>R1/PT0S</c> is no retry. Unset: the worker's default.</summary>
    public string? RetryCycle { get; set; }

    /// <summary>How many tasks of this topic run at once at the most. 0 (the default): as many as the worker has slots.</summary>
    public int MaxConcurrency { get; set; }

    /// <summary>Only tasks of the process definition with this id.</summary>
    public string? ProcessDefinitionId { get; set; }

    /// <summary>Only tasks of process definitions with one of these ids; not empty.</summary>
    public string[]? ProcessDefinitionIdIn { get; set; }

    /// <summary>Only tasks of process definitions with this key.</summary>
    public string? ProcessDefinitionKey { get; set; }

    /// <summary>Only tasks of process definitions with one of these keys; not empty.</summary>
    public string[]? ProcessDefinitionKeyIn { get; set; }

    /// <summary>Only tasks of process definitions with this version tag.</summary>
    public string? ProcessDefinitionVersionTag { get; set; }

    /// <summary>Only tasks of process instances with this business key.</summary>
    public string? BusinessKey { get; set; }

    /// <summary>Only tasks of one of these tenants; not empty. For tasks without a tenant set <see cref="WithoutTenantId"/>.</summary>
    public string[]? TenantIdIn { get; set; }

    /// <summary>Only tasks without a tenant.</summary>
    public bool WithoutTenantId { get; set; }

    /// <summary>Fetches only variables that are local to the task (its input parameters), not those of the process.</summary>
    public bool LocalVariables { get; set; }

    /// <summary>
    /// Lets the engine deserialize Java objects before it sends them, so that what is Java-serialized arrives as JSON, readable as a type of one's own. Only for
    /// topics whose variables are selected (the properties of an input): one variable whose class the engine does not have makes it answer 500 to the whole
    /// fetch, for all topics of the poll and for as long as its task waits.
    /// </summary>
    public bool DeserializeValues { get; set; }
}
