namespace Camunda.ExternalTask;

/// <summary>
/// Makes a <c>partial</c> class the handler of an external-task topic. The source generator writes the registration, reads the input, calls
/// the handler and wraps its result.
/// </summary>
/// <remarks>
/// The class has one method <c>HandleAsync</c> or <c>Handle</c>. Its parameters, all optional and in any order, are an input (a
/// <see cref="TaskInputAttribute"/> type), an <see cref="ExternalTaskContext"/> and a <see cref="CancellationToken"/>. It returns nothing,
/// an output (a <see cref="TaskOutputAttribute"/> type), <see cref="TaskOutcome"/> or <see cref="TaskOutcome{TOutput}"/>, or a task of
/// these. The filters are those of <c>POST /external-task/fetchAndLock</c>. An unset filter does not restrict.
/// </remarks>
/// <param name="topic">The topic of the service task in the model (<c>camunda:topic</c>), case-sensitive.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ExternalTaskHandlerAttribute(string topic) : Attribute
{
    /// <summary>The topic of the service task in the model (<c>camunda:topic</c>), case-sensitive.</summary>
    public string Topic { get; } = topic;

    /// <summary>
    /// The time for which a fetched task is locked, as an ISO 8601 duration such as <c>PT1M</c>. The worker extends the lock while the
    /// handler runs. If unset, the worker's default applies (60 s).
    /// </summary>
    public string? LockDuration { get; set; }

    /// <summary>
    /// The retries of failed tasks, in the engine's <c>failedJobRetryTimeCycle</c> notation: <c>R3/PT30S</c> (three attempts in total, so
    /// two retries) or one delay per retry, such as <c>PT10S,PT1M,PT5M</c>. <c>R1/PT0S</c> means no retry. If unset, the worker's default
    /// applies.
    /// </summary>
    public string? RetryCycle { get; set; }

    /// <summary>
    /// The maximum number of tasks of this topic that run at once. 0 (the default) means as many as the worker has slots.
    /// </summary>
    public int MaxConcurrency { get; set; }

    /// <summary>Fetches only tasks of the process definition with this id.</summary>
    public string? ProcessDefinitionId { get; set; }

    /// <summary>Fetches only tasks of process definitions with one of these ids; must not be empty.</summary>
    public string[]? ProcessDefinitionIdIn { get; set; }

    /// <summary>Fetches only tasks of process definitions with this key.</summary>
    public string? ProcessDefinitionKey { get; set; }

    /// <summary>Fetches only tasks of process definitions with one of these keys; must not be empty.</summary>
    public string[]? ProcessDefinitionKeyIn { get; set; }

    /// <summary>Fetches only tasks of process definitions with this version tag.</summary>
    public string? ProcessDefinitionVersionTag { get; set; }

    /// <summary>Fetches only tasks of process instances with this business key.</summary>
    public string? BusinessKey { get; set; }

    /// <summary>
    /// Fetches only tasks of one of these tenants; must not be empty. For tasks without a tenant, set <see cref="WithoutTenantId"/>.
    /// </summary>
    public string[]? TenantIdIn { get; set; }

    /// <summary>Fetches only tasks without a tenant.</summary>
    public bool WithoutTenantId { get; set; }

    /// <summary>Fetches only variables that are local to the task (its input parameters), not those of the process.</summary>
    public bool LocalVariables { get; set; }

    /// <summary>
    /// Lets the engine deserialize Java objects before it sends them, so that Java-serialized objects arrive as JSON and can be read as
    /// .NET types. Use it only for topics whose input selects the variables. If the engine does not have the class of one fetched variable,
    /// it answers 500 to the whole fetch, for all topics of the poll and as long as that task waits.
    /// </summary>
    public bool DeserializeValues { get; set; }
}
