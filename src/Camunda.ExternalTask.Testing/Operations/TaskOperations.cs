namespace Camunda.ExternalTask.Testing;

/// <summary>What workers and operators do to one task.</summary>
internal static class TaskOperations
{
    // The width of the engine's column; the cut counts UTF-16 units and may leave half an emoji.
    private const int MaxErrorMessage = 666;

    public static void Complete(
        EngineWork work,
        string id,
        string? workerId,
        List<(string Name, EngineValue Value)>? variables,
        List<(string Name, EngineValue Value)>? localVariables)
    {
        var task = Settleable(work, id, workerId, (task, other) => $"External Task {task} cannot be completed by worker '{other}'.");
        work.Variables.SetAll(task.Execution, variables);
        work.Variables.SetAllLocal(task.Execution, localVariables);
        work.Interpreter.Complete(task);
    }

    public static void Fail(EngineWork work, string id, string? workerId, TaskFailureReport report)
    {
        NotNegative(report.Retries, "retries");
        NotNegative(report.RetryTimeout, "retryDuration");
        var task = Settleable(work, id, workerId, (task, other) => $"Failure of External Task {task} cannot be reported by worker '{other}'.");
        var retriesBefore = task.Retries;
        work.Variables.SetAll(task.Execution, report.Variables);
        work.Variables.SetAllLocal(task.Execution, report.LocalVariables);
        work.State.Change(task, work.Transaction, changed =>
        {
            changed.ErrorMessage = report.Message is { Length: > MaxErrorMessage } message ? message[..MaxErrorMessage] : report.Message;
            changed.ErrorDetails = report.Details;
        });
        if (work.Interpreter.FailAsError(task))
        {
            return;
        }

        work.State.Change(task, work.Transaction, changed =>
        {
            changed.LockExpiration = EngineDate.After(work.State.Now, report.RetryTimeout);
            changed.Retries = report.Retries;
        });
        work.History.Log(task, TaskLogKind.Failure, retriesBefore, task.ErrorMessage, task.ErrorDetails);
        UpdateIncident(work, task);
    }

    public static void ThrowError(
        EngineWork work,
        string id,
        string? workerId,
        string? code,
        string? message,
        List<(string Name, EngineValue Value)>? variables)
    {
        NotNull(workerId, "workerId");
        NotEmpty(code, "errorCode");
        var task = Settleable(work, id, workerId, (task, other) => $"Bpmn error of External Task {task} cannot be reported by worker '{other}'.");
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

    public static void ExtendLock(EngineWork work, string id, string? workerId, long duration)
    {
        NotNull(workerId, "workerId");
        Positive(duration, "lockTime");
        var task = Settleable(work, id, workerId, (task, other) => $"The lock of the External Task {task} cannot be extended by worker '{other}''.");
        var now = work.State.Now;
        if (task.LockExpiration is { } expiration && expiration < now)
        {
            throw EngineErrors.Refused(
                $"Cannot extend a lock that expired: lockExpirationTime is not greater than or equal to {now.ToUnixTimeMilliseconds()}");
        }

        SetLock(work, task, workerId, duration);
    }

    public static void Lock(EngineWork work, string id, string? workerId, long duration)
    {
        NotNull(workerId, "workerId");
        Positive(duration, "lockDuration");
        var task = Find(work, id);
        if (task.WorkerId is { } holder && holder != workerId && task.IsLockedAt(work.State.Now))
        {
            throw EngineErrors.Refused($"External Task {id} cannot be locked by worker '{workerId}'. It is locked by worker '{holder}'.");
        }

        SetLock(work, task, workerId, duration);
    }

    public static void Unlock(EngineWork work, string id)
    {
        var task = Find(work, id);
        work.State.Change(task, work.Transaction, static changed => (changed.WorkerId, changed.LockExpiration) = (null, null));
        work.Transaction.WakesPolls = true;
    }

    public static void SetRetries(EngineWork work, EngineTask task, int retries)
    {
        work.State.Change(task, work.Transaction, changed => changed.Retries = retries);
        UpdateIncident(work, task);
    }

    public static void SetPriority(EngineWork work, EngineTask task, long priority) =>
        work.State.Change(task, work.Transaction, changed => changed.Priority = priority);

    public static EngineTask Find(EngineWork work, string id) => work.State.Tasks.TryGetValue(id, out var task) ? task : throw EngineErrors.NoTask(id);

    private static void SetLock(EngineWork work, EngineTask task, string? workerId, long duration)
    {
        var expiration = EngineDate.After(work.State.Now, duration);
        work.State.Change(task, work.Transaction, changed => (changed.WorkerId, changed.LockExpiration) = (workerId, expiration));
    }

    /// <summary>The task, if the worker may settle it. An expired lock does no harm while nobody else took the task.</summary>
    private static EngineTask Settleable(EngineWork work, string id, string? workerId, Func<string, string, string> refusal)
    {
        NotNull(workerId, "workerId");
        var task = Find(work, id);
        if (task.WorkerId != workerId)
        {
            throw EngineErrors.Refused($"{refusal(id, workerId!)} It is locked by worker '{task.WorkerId ?? "null"}'.");
        }

        return task.Instance.IsSuspended ? throw EngineErrors.Refused($"ENGINE-03043 ExternalTask with id '{id}' is suspended.") : task;
    }

    private static void UpdateIncident(EngineWork work, EngineTask task)
    {
        if (task.Retries > 0 && task.Incident is not null)
        {
            work.State.SetIncident(task, null, work.Transaction);
        }
        else if (task.Retries <= 0 && task.Incident is null)
        {
            work.State.SetIncident(task, new(work.State.Ids.Next(), task, work.State.Now, task.ErrorMessage), work.Transaction);
        }
    }

    private static void NotNull(string? value, string name)
    {
        if (value is null)
        {
            throw EngineErrors.NullValue($"{name} is null");
        }
    }

    private static void NotEmpty(string? value, string name)
    {
        NotNull(value, name);
        if (value!.Length == 0)
        {
            throw EngineErrors.Failed($"{name} is empty");
        }
    }

    private static void NotNegative(long value, string name)
    {
        if (value < 0)
        {
            throw EngineErrors.Failed($"{name} is not greater than or equal to 0");
        }
    }

    private static void Positive(long value, string name)
    {
        if (value <= 0)
        {
            throw EngineErrors.Refused($"{name} is not greater than 0");
        }
    }
}
