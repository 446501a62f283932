namespace Camunda.ExternalTask;

/// <summary>Settings for one topic. Where a member is unset, the handler's attribute applies, and then the worker's options.</summary>
public sealed class TopicOptions
{
    /// <summary>The time for which a task is locked; at least 2 s.</summary>
    public TimeSpan? LockDuration { get; set; }

    /// <summary>The retries of failed tasks, in the notation of <see cref="ExternalTaskWorkerOptions.RetryCycle"/>.</summary>
    public string? RetryCycle { get; set; }

    /// <summary>The maximum number of tasks of the topic that run at once; 0 means as many as the worker has slots.</summary>
    public int? MaxConcurrency { get; set; }

    /// <summary>The time after which a running handler is reported, see <see cref="ExternalTaskWorkerOptions.LongRunningAfter"/>; zero turns the report off.</summary>
    public TimeSpan? LongRunningAfter { get; set; }

    /// <summary>The time after which a handler is canceled, see <see cref="ExternalTaskWorkerOptions.MaxDuration"/>.</summary>
    public TimeSpan? MaxDuration { get; set; }

    /// <summary>
    /// Whether the topic is polled when the worker starts. Default true. If false, it is polled after
    /// <see cref="ExternalTaskWorker.Open"/>.
    /// </summary>
    public bool AutoOpen { get; set; } = true;

    /// <summary>Only tasks of the process definition with this id.</summary>
    public string? ProcessDefinitionId { get; set; }

    /// <summary>Only tasks of process definitions with one of these ids; not empty.</summary>
    public IList<string>? ProcessDefinitionIdIn { get; set; }

    /// <summary>Only tasks of process definitions with this key.</summary>
    public string? ProcessDefinitionKey { get; set; }

    /// <summary>Only tasks of process definitions with one of these keys; not empty.</summary>
    public IList<string>? ProcessDefinitionKeyIn { get; set; }

    /// <summary>Only tasks of process definitions with this version tag.</summary>
    public string? ProcessDefinitionVersionTag { get; set; }

    /// <summary>Only tasks of process instances with this business key.</summary>
    public string? BusinessKey { get; set; }

    /// <summary>Only tasks of one of these tenants; not empty.</summary>
    public IList<string>? TenantIdIn { get; set; }

    /// <summary>Whether only tasks without a tenant are fetched.</summary>
    public bool? WithoutTenantId { get; set; }

    /// <summary>Whether only variables that are local to the task are fetched.</summary>
    public bool? LocalVariables { get; set; }

    /// <summary>
    /// Whether the engine deserializes Java objects before it sends them, so that Java-serialized objects arrive as JSON. If the engine
    /// does not have the class of one fetched variable, it answers 500 to the whole fetch. Use this option only if the handler's input
    /// selects the variables.
    /// </summary>
    public bool? DeserializeValues { get; set; }

    /// <summary>Returns a handler's filter with the members that are set here.</summary>
    internal TopicFilter Override(TopicFilter filter) => filter with
    {
        ProcessDefinitionId = ProcessDefinitionId ?? filter.ProcessDefinitionId,
        ProcessDefinitionIdIn = ProcessDefinitionIdIn?.AsReadOnly() ?? filter.ProcessDefinitionIdIn,
        ProcessDefinitionKey = ProcessDefinitionKey ?? filter.ProcessDefinitionKey,
        ProcessDefinitionKeyIn = ProcessDefinitionKeyIn?.AsReadOnly() ?? filter.ProcessDefinitionKeyIn,
        ProcessDefinitionVersionTag = ProcessDefinitionVersionTag ?? filter.ProcessDefinitionVersionTag,
        BusinessKey = BusinessKey ?? filter.BusinessKey,
        TenantIdIn = TenantIdIn?.AsReadOnly() ?? filter.TenantIdIn,
        WithoutTenantId = WithoutTenantId ?? filter.WithoutTenantId,
        LocalVariables = LocalVariables ?? filter.LocalVariables,
    };
}
