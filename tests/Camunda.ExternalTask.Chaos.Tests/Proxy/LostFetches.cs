using System.Collections.Concurrent;
using System.Text.Json;

namespace Camunda.ExternalTask.Chaos.Proxy;

/// <summary>The tasks that the engine has locked for polls whose response did not reach a worker.</summary>
internal sealed class LostFetches
{
    private readonly ConcurrentQueue<(string Task, DateTimeOffset Time)> _tasks = new();

    /// <summary>The business keys of the tasks, with the time of the loss.</summary>
    public IEnumerable<(string Task, DateTimeOffset Time)> Tasks => _tasks;

    /// <summary>Notes the tasks of a response, if it is the response of a poll.</summary>
    public void Add(HttpMessage request, HttpMessage response)
    {
        if (!request.StartLine.Contains("/fetchAndLock", StringComparison.Ordinal) || !response.StartLine.Contains(" 200", StringComparison.Ordinal))
        {
            return;
        }

        using var tasks = JsonDocument.Parse(response.Body);
        foreach (var task in tasks.RootElement.EnumerateArray())
        {
            _tasks.Enqueue((task.GetProperty("businessKey").GetString()!, DateTimeOffset.UtcNow));
        }
    }
}
