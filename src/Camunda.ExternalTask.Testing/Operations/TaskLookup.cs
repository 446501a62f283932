using Camunda.ExternalTask.Testing.Flavors;
using Camunda.ExternalTask.Testing.State;

namespace Camunda.ExternalTask.Testing.Operations;

/// <summary>Finds a task for a command.</summary>
internal static class TaskLookup
{
    public static EngineTask Find(UnitOfWork work, string id) =>
        work.State.Tasks.TryGetValue(id, out var task) ? task : throw EngineErrors.NoTask(id);

    /// <summary>
    /// Finds a task that the worker may settle. Its lock may have expired, unless another worker has locked the task since.
    /// </summary>
    /// <param name="work">The unit of work.</param>
    /// <param name="id">The task's id.</param>
    /// <param name="workerId">The worker's id.</param>
    /// <param name="refusal">
    /// Formats the first part of the message, from task id and worker id, for a task that another worker has locked.
    /// </param>
    public static EngineTask ForWorker(UnitOfWork work, string id, string? workerId, Func<string, string, string> refusal)
    {
        Require.NotNull(workerId, "workerId");
        var task = Find(work, id);
        if (task.Data.WorkerId != workerId)
        {
            throw EngineErrors.Refused($"{refusal(id, workerId)} It is locked by worker '{task.Data.WorkerId ?? "null"}'.");
        }

        return task.Instance.IsSuspended ? throw EngineErrors.Refused($"ENGINE-03043 ExternalTask with id '{id}' is suspended.") : task;
    }
}
