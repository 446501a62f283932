using System.Diagnostics;
using System.Reflection;

namespace Camunda.ExternalTask.Diagnostics;

/// <summary>One activity per task, <c>process {topic}</c>, around its handler. It costs nothing without a listener.</summary>
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

        // The activity that polled is not the parent of the task's activity.
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

        activity.SetTag("camunda.outcome", EventTable.NameOf(outcome.Kind));
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
