using System.Diagnostics;
using System.Reflection;
using Camunda.ExternalTask.Http;

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
        var activity = Source.StartActivity(ResponseText.Neutralize($"process {task.TopicName}"), ActivityKind.Consumer);
        return activity?
            .SetTag("messaging.system", "camunda")
            .SetTag("messaging.operation.name", "process")
            .SetTag("messaging.operation.type", "process")
            .SetTag("messaging.destination.name", Safe(task.TopicName))
            .SetTag("messaging.message.id", Safe(task.TaskId))
            .SetTag("camunda.process_instance.id", Safe(task.ProcessInstanceId))
            .SetTag("camunda.process_definition.key", Safe(task.ProcessDefinitionKey))
            .SetTag("camunda.activity.id", Safe(task.ActivityId))
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
            activity.SetTag("camunda.bpmn_error.code", Safe(error.ErrorCode));
        }

        if (outcome.Kind is TaskOutcomeKind.Failure or TaskOutcomeKind.Incident)
        {
            activity.SetTag("error.type", failure?.GetType().FullName ?? "_OTHER");
            activity.SetStatus(ActivityStatusCode.Error);
        }

        activity.Dispose();
    }
    /// <summary>Ids and names come from the engine and from handlers; exporters write them into lines and URLs.</summary>
    private static string? Safe(string? text) => text is null ? null : ResponseText.Neutralize(text);
}
