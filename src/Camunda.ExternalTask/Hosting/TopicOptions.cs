namespace Camunda.ExternalTask;

/// <summary>What is different for one topic. Unset members leave it to the handler's attribute, then to the worker.</summary>
public sealed class TopicOptions
{
    /// <summary>How long a task is locked; at least 2 s.</summary>
    public TimeSpan? LockDuration { get; set; }

    /// <summary>When failed tasks are tried again, in the engine's notation.</summary>
    public string? RetryCycle { get; set; }

    /// <summary>How many tasks of the topic run at once at the most; 0: as many as the worker has slots.</summary>
    public int? MaxConcurrency { get; set; }
}
