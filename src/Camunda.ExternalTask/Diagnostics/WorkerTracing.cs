using System.Diagnostics;
using System.Reflection;
using Camunda.ExternalTask.Http;
using Camunda.ExternalTask.Protocol;

namespace Camunda.ExternalTask.Diagnostics;

/// <summary>
/// One activity per task, <c>process {topic}</c>. It measures the handler, and stays open until the result has been sent, so that the call is its child. It costs
/// nothing without a listener.
/// </summary>
internal static class WorkerTracing
{
    private static readonly ActivitySource Source = new(
        WorkerMetrics.Name, typeof(WorkerTracing).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion);

    /// <summary>Leaves the trace in which a call happens to be sent, for calls that belong to no task.</summary>
    public static void Leave() => Activity.Current = null;

    /// <summary>Enters the trace of a task for the rest of an asynchronous method.</summary>
    /// <returns>The activity to dispose of when the call has been answered: null for the first call, which is a child of the task's activity.</returns>
    public static Activity? Enter(Activity? process)
    {
        Activity.Current = null;
        if (process is null)
        {
            return null;
        }

        if (!process.IsStopped)
        {
            Activity.Current = process;
            return null;
        }

        var topic = process.GetTagItem("messaging.destination.name");
        return Source.StartActivity($"settle {topic}", ActivityKind.Client, process.Context)?
            .SetTag("messaging.system", "camunda")
            .SetTag("messaging.operation.name", "settle")
            .SetTag("messaging.operation.type", "settle")
            .SetTag("messaging.destination.name", topic);
    }

    public static Activity? StartProcess(FetchedTask task, string? traceVariable)
    {
        if (!Source.HasListeners())
        {
            return null;
        }

        // The activity that polled is not the parent of the task's activity.
        Activity.Current = null;
        var activity = Source.StartActivity(ResponseText.Neutralize($"process {task.TopicName}"), ActivityKind.Consumer, TraceVariable.Of(task, traceVariable));
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
            activity.SetStatus(ActivityStatusCode.Error, ErrorText.CutMessage(ResponseText.Neutralize(outcome.Failure!.Message)));
            if (failure is not null)
            {
                activity.AddException(failure);
            }
        }

        activity.SetEndTime(DateTime.UtcNow);
    }
    /// <summary>Ids and names come from the engine and from handlers; exporters write them into lines and URLs.</summary>
    private static string? Safe(string? text) => text is null ? null : ResponseText.Neutralize(text);
}
