using Camunda.ExternalTask.Testing.Processes;
using Camunda.ExternalTask.Testing.State;

namespace Camunda.ExternalTask.Testing.Interpreter;

/// <summary>Writes the history, which is taken back with the transaction like everything else.</summary>
internal sealed class ProcessHistory(EngineState state, Transaction transaction, bool isKept)
{
    public ActivityRecord Begin(ProcessNode node, Execution scope, string? executionId = null)
    {
        var record = new ActivityRecord($"{node.Id}:{state.Ids.Next()}", node, scope, executionId ?? scope.Id, state.Now);
        if (isKept)
        {
            var activities = scope.Instance.Activities;
            activities.Add(record);
            transaction.OnRollback(() => activities.RemoveAt(activities.Count - 1));
        }

        return record;
    }

    public void End(ActivityRecord? record, bool canceled = false)
    {
        if (record is null)
        {
            return;
        }

        record.Ended = state.Now;
        record.IsCanceled = canceled;
        transaction.OnRollback(() => (record.Ended, record.IsCanceled) = (null, false));
    }

    public void Pass(ProcessNode node, Execution scope) => End(Begin(node, scope));

    public void Archive(ProcessInstance instance)
    {
        if (isKept)
        {
            state.Ended.Add(instance.Id, instance);
            transaction.OnRollback(() => state.Ended.Remove(instance.Id));
        }
    }

    public void Log(EngineTask task, TaskLogKind kind, int? retries, string? message = null, string? details = null)
    {
        if (!isKept)
        {
            return;
        }

        var record = new TaskLogRecord(state.Ids.Next(), kind, state.Now, task) { Retries = retries, ErrorMessage = message, ErrorDetails = details };
        var log = task.Instance.TaskLog;
        log.Add(record);
        transaction.OnRollback(() => log.RemoveAt(log.Count - 1));
    }
}
