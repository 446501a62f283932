using Camunda.ExternalTask.Testing.State;
using Camunda.ExternalTask.Testing.Values;

namespace Camunda.ExternalTask.Testing.Operations;

/// <summary>Selects tasks and locks them.</summary>
internal static class TaskFetch
{
    /// <summary>Locks the tasks that match a command.</summary>
    /// <exception cref="EngineRequestException">A variable of a task cannot be deserialized, or the worker id is too long.</exception>
    public static IReadOnlyList<LockedTask> Fetch(UnitOfWork work, FetchCommand command)
    {
        var selected = Select(work.State, command);
        if (selected.Count > 0)
        {
            ColumnWidths.RequireWorkerId(command.WorkerId, work.Flavor);
        }

        return [.. selected.Select(entry => Lock(work, command, entry.Task, entry.Topic))];
    }

    private static List<(EngineTask Task, TopicInstruction Topic)> Select(EngineState state, FetchCommand command)
    {
        var isSorted = command.UsePriority || command.CreateTimeOrder != FetchOrder.None;
        var selected = new List<(EngineTask Task, TopicInstruction Topic)>();
        foreach (var topic in command.Topics)
        {
            // A queue is in order of priority. Only an order across topics or by time needs more tasks than the command takes.
            var limit = command.CreateTimeOrder != FetchOrder.None ? int.MaxValue
                : isSorted ? command.MaxTasks
                : command.MaxTasks - selected.Count;
            selected.AddRange(state.Topic(topic.Name!).Ready(state.Now).Where(topic.Matches).Take(limit).Select(task => (task, topic)));
        }

        return isSorted ? Sort(selected, command) : selected;
    }

    private static List<(EngineTask Task, TopicInstruction Topic)> Sort(
        List<(EngineTask Task, TopicInstruction Topic)> selected,
        FetchCommand command)
    {
        var byPriority = selected.OrderByDescending(entry => command.UsePriority ? entry.Task.Data.Priority : 0);
        var sorted = command.CreateTimeOrder switch
        {
            FetchOrder.Ascending => byPriority.ThenBy(static entry => entry.Task.Sequence),
            FetchOrder.Descending => byPriority.ThenByDescending(static entry => entry.Task.Sequence),
            _ => byPriority,
        };
        return [.. sorted.Take(command.MaxTasks)];
    }

    private static LockedTask Lock(UnitOfWork work, FetchCommand command, EngineTask task, TopicInstruction topic)
    {
        var expiration = work.State.NowPlus(topic.LockDuration);
        work.Change(task, data => data with { WorkerId = command.WorkerId, LockExpiration = expiration });
        return new(task, task.Data, topic, [.. VariablesOf(task, topic)]);
    }

    private static IEnumerable<(string Name, EngineValue Value)> VariablesOf(EngineTask task, TopicInstruction topic)
    {
        if (topic.Variables is { Count: 0 })
        {
            yield break;
        }

        foreach (var variable in task.Execution.VisibleVariables(topic.LocalVariables))
        {
            if (topic.Variables?.Contains(variable.Name) ?? true)
            {
                if (topic.DeserializeValues)
                {
                    Deserialization.Require(variable.Name, variable.Value);
                }

                yield return (variable.Name, variable.Value);
            }
        }
    }
}
