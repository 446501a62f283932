using Camunda.ExternalTask.Protocol;

namespace Camunda.ExternalTask.Worker.Core;

/// <summary>The events of settlements that the engine answered.</summary>
internal static class SettlementEvents
{
    /// <summary>The engine carried out the settlement.</summary>
    public static Occurrence Done(WorkerTask task, TaskDelivery delivery)
    {
        var settlement = delivery.Settlement;
        var kind = settlement.Kind switch
        {
            SettlementKind.Complete => WorkerEventKind.TaskCompleted,
            SettlementKind.BpmnError => WorkerEventKind.BpmnErrorReported,
            SettlementKind.Failure => settlement.Retries > 0 ? WorkerEventKind.TaskFailed : delivery.IsCaught ? WorkerEventKind.FailureCaught : WorkerEventKind.IncidentCreated,
            _ => WorkerEventKind.TaskReleased,
        };
        return Of(kind, task, delivery) with
        {
            Duration = kind == WorkerEventKind.TaskCompleted ? task.Run?.Elapsed ?? TimeSpan.Zero : settlement.RetryTimeout,
            Exception = settlement.Kind == SettlementKind.Failure ? task.Run?.Failure : null,
        };
    }

    /// <summary>An attempt to send the settlement failed.</summary>
    public static Occurrence Failed(WorkerTask task, TaskDelivery delivery, EngineError? error)
    {
        var kind = delivery.Settlement.Kind switch
        {
            SettlementKind.Complete => WorkerEventKind.CompletionFailed,
            SettlementKind.BpmnError => WorkerEventKind.BpmnErrorReportFailed,
            SettlementKind.Failure => WorkerEventKind.FailureReportFailed,
            _ => WorkerEventKind.ReleaseFailed,
        };
        return Of(kind, task, delivery) with { Error = error, Duration = delivery.Settlement.RetryTimeout };
    }

    private static Occurrence Of(WorkerEventKind kind, WorkerTask task, TaskDelivery delivery) => new(kind) { Task = task, Attempt = delivery.Tries + 1 };
}
