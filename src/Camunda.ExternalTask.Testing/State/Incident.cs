namespace Camunda.ExternalTask.Testing.State;

/// <summary>An external task or job that has no retries left and waits for an operator.</summary>
internal sealed record Incident(
    string Id,
    string Type,
    string Configuration,
    ProcessDefinition Definition,
    Execution? Execution,
    string ActivityId,
    DateTimeOffset Timestamp,
    string? Message)
{
    public const string FailedExternalTask = "failedExternalTask";

    public const string FailedJob = "failedJob";

    /// <summary>The activity that failed, which the engine names only for jobs.</summary>
    public string? FailedActivityId => Type == FailedJob ? ActivityId : null;

    public static Incident Of(string id, EngineTask task, DateTimeOffset now) => new(
        id,
        FailedExternalTask,
        task.Id,
        task.Instance.Definition,
        task.Execution,
        task.Node.Id,
        now,
        task.Data.ErrorMessage);

    public static Incident Of(string id, Job job, DateTimeOffset now) => new(
        id,
        FailedJob,
        job.Id,
        job.Definition,
        job.Execution,
        job.Node.Id,
        now,
        job.Data.ExceptionMessage);
}
