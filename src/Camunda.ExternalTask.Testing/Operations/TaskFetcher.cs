using System.Buffers;
using System.Text.Json;
using Camunda.ExternalTask.Testing.Flavors;
using Camunda.ExternalTask.Testing.Json;
using Camunda.ExternalTask.Testing.Rest.Writers;
using Camunda.ExternalTask.Testing.State;
using Camunda.ExternalTask.Testing.Values;

namespace Camunda.ExternalTask.Testing.Operations;

/// <summary>Chooses tasks, locks them and writes them down, in one transaction.</summary>
internal static class TaskFetcher
{
    public static void Validate(FetchCommand request)
    {
        if (request.WorkerId is null)
        {
            throw EngineErrors.NullValue("workerId is null");
        }

        if (request.MaxTasks < 0)
        {
            throw EngineErrors.Failed("maxResults is not greater than or equal to 0");
        }

        foreach (var topic in request.Topics)
        {
            if (topic.Name is null)
            {
                throw EngineErrors.NullValue("topicName is null");
            }

            if (topic.LockDuration <= 0)
            {
                throw EngineErrors.Failed("lockTime is not greater than 0");
            }
        }
    }

    /// <summary>The answer, or null where there is nothing to fetch.</summary>
    public static byte[]? TryFetch(UnitOfWork work, FetchCommand request)
    {
        var chosen = Choose(work.State, request);
        if (chosen.Count == 0)
        {
            return null;
        }

        if (request.WorkerId is { Length: > 255 })
        {
            throw EngineErrors.ColumnTooSmall(work.Core.Flavor);
        }

        var now = work.State.Now;
        var buffer = new ArrayBufferWriter<byte>(chosen.Count * 1024);
        using (var writer = new Utf8JsonWriter(buffer, RestJson.Options))
        {
            writer.WriteStartArray();
            foreach (var (task, topic) in chosen)
            {
                work.State.Change(task, work.Transaction, changed =>
                    (changed.WorkerId, changed.LockExpiration) = (request.WorkerId, EngineDate.After(now, topic.LockDuration)));
                ExternalTaskWriter.WriteFetched(writer, task, topic, work.Core.Flavor, work.Core.Dates);
            }

            writer.WriteEndArray();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static List<(EngineTask Task, TopicInstruction Topic)> Choose(EngineState state, FetchCommand request)
    {
        var isSorted = request.UsePriority || request.CreateTimeOrder != FetchOrder.None;
        var chosen = new List<(EngineTask Task, TopicInstruction Topic)>();
        foreach (var topic in request.Topics)
        {
            // Tasks come in order of priority from the queue; only an order across topics or by time needs to see more than it takes.
            var limit = request.CreateTimeOrder != FetchOrder.None ? int.MaxValue : isSorted ? request.MaxTasks : request.MaxTasks - chosen.Count;
            chosen.AddRange(state.Topic(topic.Name!).Ready(state.Now).Where(topic.Matches).Take(limit).Select(task => (task, topic)));
        }

        if (!isSorted || (chosen.Count <= 1))
        {
            return chosen.Count > request.MaxTasks ? chosen[..request.MaxTasks] : chosen;
        }

        var byPriority = chosen.OrderByDescending(entry => request.UsePriority ? entry.Task.Priority : 0);
        var ordered = request.CreateTimeOrder switch
        {
            FetchOrder.Ascending => byPriority.ThenBy(static entry => entry.Task.Sequence),
            FetchOrder.Descending => byPriority.ThenByDescending(static entry => entry.Task.Sequence),
            _ => byPriority,
        };
        return [.. ordered.Take(request.MaxTasks)];
    }
}
