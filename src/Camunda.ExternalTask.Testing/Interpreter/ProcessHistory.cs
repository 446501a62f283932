using Camunda.ExternalTask.Testing.Processes;
using Camunda.ExternalTask.Testing.State;

namespace Camunda.ExternalTask.Testing.Interpreter;

/// <summary>Writes the history. A rollback undoes its entries, too.</summary>
internal sealed class ProcessHistory(EngineState state, Transaction transaction, bool isKept)
{
    public ActivityRecord Begin(ProcessNode node, Execution scope, string? executionId = null, bool isLoopBody = false)
    {
        var id = isLoopBody ? $"{node.Id}#{ActivityTypes.MultiInstanceBody}:{state.Ids.Next()}" : $"{node.Id}:{state.Ids.Next()}";
        var record = new ActivityRecord(id, node, scope, executionId ?? scope.Id, state.Now) { IsLoopBody = isLoopBody };
        if (isKept)
        {
            Append(scope.Instance.Activities, record);
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

    public void SetAssignee(ActivityRecord record, string? assignee)
    {
        var before = record.Assignee;
        record.Assignee = assignee;
        transaction.OnRollback(() => record.Assignee = before);
    }

    /// <summary>Records an activity that begins and ends at once.</summary>
    public void Pass(ProcessNode node, Execution scope) => End(Begin(node, scope));

    /// <summary>Keeps an instance that has ended.</summary>
    public void Archive(ProcessInstance instance)
    {
        if (isKept)
        {
            state.Ended.Add(instance.Id, instance);
            transaction.OnRollback(() => state.Ended.Remove(instance.Id));
        }
    }

    public void Log(EngineTask task, TaskLogKind kind) => Log(new TaskLogRecord(state.Ids.Next(), kind, state.Now, task));

    /// <param name="task">The task with the failure's message and details.</param>
    /// <param name="retriesBefore">The retries that the task had before it failed, which the engine logs.</param>
    public void LogFailure(EngineTask task, int? retriesBefore)
    {
        var record = new TaskLogRecord(state.Ids.Next(), TaskLogKind.Failure, state.Now, task);
        Log(record with { Retries = retriesBefore, ErrorMessage = task.Data.ErrorMessage, ErrorDetails = task.Data.ErrorDetails });
    }

    /// <summary>Records a new variable.</summary>
    public void Add(Variable variable)
    {
        if (isKept)
        {
            Append(variable.Execution.Instance.Variables, variable);
        }
    }

    private void Log(TaskLogRecord record)
    {
        if (isKept)
        {
            Append(record.Task.Instance.TaskLog, record);
        }
    }

    private void Append<T>(List<T> list, T item)
    {
        list.Add(item);
        transaction.OnRollback(() => list.RemoveAt(list.Count - 1));
    }
}
