using System.Net;
using Camunda.ExternalTask.Testing.Flavors;
using Camunda.ExternalTask.Testing.State;
using Camunda.ExternalTask.Testing.Values;

namespace Camunda.ExternalTask.Testing.Operations;

/// <summary>Claims, changes and completes user tasks.</summary>
internal static class UserTaskOperations
{
    public static UserTask Find(EngineState state, string id) => state.UserTasks.TryGetValue(id, out var task)
        ? task
        : throw EngineErrors.NullValue($"Cannot find task with id {id}: task is null");

    public static void Complete(UnitOfWork work, string id, IEnumerable<(string Name, EngineValue Value)>? variables)
    {
        var task = FindActive(work, id);
        if (task.Data.DelegationState == "PENDING")
        {
            throw EngineErrors.Failed("A delegated task cannot be completed, but should be resolved instead.");
        }

        work.Variables.SetAll(task.Execution, variables);
        work.Interpreter.Complete(task);
    }

    public static void Claim(UnitOfWork work, string id, string? userId)
    {
        var task = FindActive(work, id);
        if (userId is not null && task.Data.Assignee is { } assignee && assignee != userId)
        {
            throw new EngineRequestException(
                HttpStatusCode.InternalServerError,
                "TaskAlreadyClaimedException",
                $"Task '{id}' is already claimed by someone else.",
                0);
        }

        SetAssignee(work, id, userId);
    }

    public static void SetAssignee(UnitOfWork work, string id, string? userId) =>
        work.Interpreter.Change(FindActive(work, id), data => data with { Assignee = userId });

    public static void Delegate(UnitOfWork work, string id, string? userId) =>
        work.Interpreter.Change(FindActive(work, id), data => data with { Owner = data.Owner ?? data.Assignee, Assignee = userId, DelegationState = "PENDING" });

    public static void Resolve(UnitOfWork work, string id, IEnumerable<(string Name, EngineValue Value)>? variables)
    {
        var task = FindActive(work, id);
        work.Variables.SetAll(task.Execution, variables);
        work.Interpreter.Change(task, static data => data with { Assignee = data.Owner, DelegationState = "RESOLVED" });
    }

    public static void ThrowError(
        UnitOfWork work,
        string id,
        string? code,
        string? message,
        IEnumerable<(string Name, EngineValue Value)>? variables)
    {
        Require.NotEmpty(code, "errorCode");
        var task = FindActive(work, id);
        work.Variables.SetAll(task.Execution, variables);
        work.Interpreter.Throw(task.Execution, code, message);
    }

    public static void ThrowEscalation(UnitOfWork work, string id, string? code, IEnumerable<(string Name, EngineValue Value)>? variables)
    {
        Require.NotEmpty(code, "escalationCode");
        var task = FindActive(work, id);
        work.Variables.SetAll(task.Execution, variables);
        work.Interpreter.Escalate(task, code);
    }

    private static UserTask FindActive(UnitOfWork work, string id)
    {
        var task = Find(work.State, id);
        return task.Instance.IsSuspended
            ? throw new EngineRequestException(HttpStatusCode.InternalServerError, "SuspendedEntityInteractionException", $"ENGINE-03043 Task with id '{id}' is suspended.", 0)
            : task;
    }
}
