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
        ActivityId = activity.Node.Id,
        ActivityType = activity.Node.ActivityType,
        Started = activity.Started,
        Ended = activity.Ended,
        IsCanceled = activity.IsCanceled,
    };

    public static IncidentInfo Of(Incident incident) => new()
    {
        Id = incident.Id,
        Type = Incident.Type,
        ProcessInstanceId = incident.Task.Instance.Id,
        ActivityId = incident.Task.Node.Id,
        Configuration = incident.Task.Id,
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
}
