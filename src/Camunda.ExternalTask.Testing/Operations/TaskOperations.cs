using Camunda.ExternalTask.Testing.Flavors;
using Camunda.ExternalTask.Testing.State;
using Camunda.ExternalTask.Testing.Values;

namespace Camunda.ExternalTask.Testing.Operations;

/// <summary>Completes and fails tasks, and throws their errors.</summary>
internal static class TaskOperations
{
    public static void Complete(
        UnitOfWork work,
        string id,
        string? workerId,
        List<(string Name, EngineValue Value)>? variables,
        List<(string Name, EngineValue Value)>? localVariables)
    {
        var task = TaskLookup.ForWorker(
            work,
            id,
            workerId,
            (task, other) => $"External Task {task} cannot be completed by worker '{other}'.");
        work.Variables.SetAll(task.Execution, variables);
        work.Variables.SetAllLocal(task.Execution, localVariables);
        work.Interpreter.Complete(task);
    }

    public static void Fail(UnitOfWork work, string id, string? workerId, TaskFailureReport report)
    {
        Require.NotNegative(report.Retries, "retries");
        Require.NotNegative(report.RetryTimeout, "retryDuration");
        var task = TaskLookup.ForWorker(
            work,
            id,
            workerId,
            (task, other) => $"Failure of External Task {task} cannot be reported by worker '{other}'.");
        var retriesBefore = task.Data.Retries;
        work.Variables.SetAll(task.Execution, report.Variables);
        work.Variables.SetAllLocal(task.Execution, report.LocalVariables);
        work.Change(task, data => data with
        {
            ErrorMessage = ColumnWidths.CutErrorMessage(report.Message),
            ErrorDetails = report.Details,
        });
        if (work.Interpreter.FailAsError(task))
        {
            return;
        }

        work.Change(task, data => data with { LockExpiration = work.State.NowPlus(report.RetryTimeout), Retries = report.Retries });
        work.History.LogFailure(task, retriesBefore);
        UpdateIncident(work, task);
    }

    public static void ThrowError(
        UnitOfWork work,
        string id,
        string? workerId,
        string? code,
        string? message,
        List<(string Name, EngineValue Value)>? variables)
    {
        Require.NotNull(workerId, "workerId");
        Require.NotEmpty(code, "errorCode");
        var task = TaskLookup.ForWorker(
            work,
            id,
            workerId,
            (task, other) => $"Bpmn error of External Task {task} cannot be reported by worker '{other}'.");
        work.Variables.SetAll(task.Execution, variables);
        try
        {
            work.Interpreter.Throw(task.Execution, code, message);
        }
        catch (EngineRequestException)
        {
            throw EngineErrors.Failed($"ENGINE-13033 Propagation of bpmn error {code} failed. ");
        }
    }

    public static void SetRetries(UnitOfWork work, EngineTask task, int retries)
    {
        work.Change(task, data => data with { Retries = retries });
        UpdateIncident(work, task);
    }

    public static void SetPriority(UnitOfWork work, EngineTask task, long priority) =>
        work.Change(task, data => data with { Priority = priority });

    private static void UpdateIncident(UnitOfWork work, EngineTask task)
    {
        var data = task.Data;
        if (data.Retries > 0 && task.Incident is not null)
        {
            work.State.SetIncident(task, null, work.Transaction);
        }
        else if (data.Retries <= 0 && task.Incident is null)
        {
            work.State.SetIncident(task, Incident.Of(work.State.Ids.Next(), task, work.State.Now), work.Transaction);
        }
    }
}
