using System.Diagnostics;
using System.Reflection;

namespace Camunda.ExternalTask.Diagnostics;

/// <summary>One activity a task, <c>process {topic}</c>, around its handler. It costs nothing while nobody listens.</summary>
internal static class WorkerTracing
{
    private static readonly ActivitySource Source = new(
        WorkerMetrics.Name, typeof(WorkerTracing).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion);

    public static Activity? StartProcess(FetchedTask task)
    {
        if (!Source.HasListeners())
        {
            return null;
        }

        // Whatever activity polled has nothing to do with this task.
        Activity.Current = null;
        var activity = Source.StartActivity($"process {task.TopicName}", ActivityKind.Consumer);
        return activity?
            .SetTag("messaging.system", "camunda")
            .SetTag("messaging.operation.name", "process")
            .SetTag("messaging.operation.type", "process")
            .SetTag("messaging.destination.name", task.TopicName)
            .SetTag("messaging.message.id", task.TaskId)
            .SetTag("camunda.process_instance.id", task.ProcessInstanceId)
            .SetTag("camunda.process_definition.key", task.ProcessDefinitionKey)
            .SetTag("camunda.activity.id", task.ActivityId)
            .SetTag("camunda.task.retries", task.Retries);
    }

    public static void EndProcess(Activity? activity, in TaskOutcome outcome, Exception? failure)
    {
        if (activity is null)
        {
            return;
        }

        activity.SetTag("camunda.outcome", outcome.Kind switch
        {
            TaskOutcomeKind.BpmnError => "bpmn_error",
            TaskOutcomeKind.Failure => "failed",
            TaskOutcomeKind.Incident => "incident",
            TaskOutcomeKind.Released => "unlocked",
            TaskOutcomeKind.Detached => "detached",
            _ => "completed",
        });
        if (outcome.BpmnError is { } error)
        {
            activity.SetTag("camunda.bpmn_error.code", error.ErrorCode);
        }

        if (outcome.Kind is TaskOutcomeKind.Failure or TaskOutcomeKind.Incident)
        {
            activity.SetTag("error.type", failure?.GetType().FullName ?? "_OTHER");
            activity.SetStatus(ActivityStatusCode.Error);
        }

        activity.Dispose();
    }
}
