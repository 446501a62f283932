using Camunda.ExternalTask.Testing.State;

namespace Camunda.ExternalTask.Testing.Hosting;

/// <summary>Converts the engine's state to the records that its client returns, too.</summary>
internal static class EngineInfos
{
    public static ProcessInstanceInfo Of(ProcessInstance instance) => new()
    {
        Id = instance.Id,
        DefinitionKey = instance.Definition.Key,
        DefinitionId = instance.Definition.Id,
        BusinessKey = instance.BusinessKey,
        State = instance.HistoricState,
        Started = instance.Started,
        Ended = instance.Ended,
    };

    public static ActivityInfo Of(ActivityRecord activity) => new()
    {
        ActivityId = activity.ActivityId,
        ActivityType = activity.ActivityType,
        Started = activity.Started,
        Ended = activity.Ended,
        IsCanceled = activity.IsCanceled,
    };

    public static IncidentInfo Of(Incident incident) => new()
    {
        Id = incident.Id,
        Type = incident.Type,
        ProcessInstanceId = incident.Execution?.Instance.Id ?? "",
        ActivityId = incident.ActivityId,
        Configuration = incident.Configuration,
        Message = incident.Message,
    };

    public static ExternalTaskInfo Of(EngineTask task) => new()
    {
        Id = task.Id,
        TopicName = task.Topic,
        ActivityId = task.Node.Id,
        ProcessInstanceId = task.Instance.Id,
        ExecutionId = task.Execution.Id,
        WorkerId = task.Data.WorkerId,
        LockExpirationTime = task.Data.LockExpiration,
        Retries = task.Data.Retries,
        Priority = task.Data.Priority,
        ErrorMessage = task.Data.ErrorMessage,
        IsSuspended = task.Instance.IsSuspended,
        BusinessKey = task.Instance.BusinessKey,
    };

    public static UserTaskInfo Of(UserTask task) => new()
    {
        Id = task.Id,
        Name = task.Data.Name,
        ActivityId = task.Execution.Node!.Id,
        ProcessInstanceId = task.Instance.Id,
        Assignee = task.Data.Assignee,
        CandidateUsers = task.Data.CandidateUsers,
        CandidateGroups = task.Data.CandidateGroups,
        Created = task.Created,
        Due = task.Data.Due,
        Priority = task.Data.Priority,
    };

    public static JobInfo Of(Job job) => new()
    {
        Id = job.Id,
        ActivityId = job.Node.Id,
        ProcessInstanceId = job.Execution?.Instance.Id,
        IsTimer = job.Kind == JobKind.Timer,
        DueDate = job.Data.DueDate,
        Retries = job.Data.Retries,
        ExceptionMessage = job.Data.ExceptionMessage,
    };
}
