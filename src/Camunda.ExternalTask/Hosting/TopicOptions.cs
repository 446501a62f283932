namespace Camunda.ExternalTask;

/// <summary>What is different for one topic. Unset members leave it to the handler's attribute, then to the worker.</summary>
public sealed class TopicOptions
{
    /// <summary>How long a task is locked; at least 2 s.</summary>
    public TimeSpan? LockDuration { get; set; }

    /// <summary>When failed tasks are tried again, in the engine's notation, as <see cref="ExternalTaskWorkerOptions.RetryCycle"/>.</summary>
    public string? RetryCycle { get; set; }

    /// <summary>How many tasks of the topic run at once at the most; 0: as many as the worker has slots.</summary>
    public int? MaxConcurrency { get; set; }

    /// <summary>Whether the topic is polled when the worker starts. Default true; false: once <see cref="ExternalTaskWorker.Open"/> is called for it.</summary>
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
    /// Whether the engine deserializes Java objects before it sends them, so that what is Java-serialized arrives as JSON. One fetched variable whose class the
    /// engine does not have makes it answer 500 to the whole fetch: use it where the handler's input selects the variables.
    /// </summary>
    public bool? DeserializeValues { get; set; }

    /// <summary>A handler's filter with what is set here in place of its own.</summary>
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
