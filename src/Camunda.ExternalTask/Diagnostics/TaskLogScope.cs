using System.Collections;
using Camunda.ExternalTask.Http;

namespace Camunda.ExternalTask.Diagnostics;

/// <summary>The log scope of a handler. It adds the task and its process instance to every log entry.</summary>
/// <param name="task">The task.</param>
/// <param name="worker">The name of the worker; null if it is the only one of the application.</param>
internal sealed class TaskLogScope(FetchedTask task, string? worker) : IReadOnlyList<KeyValuePair<string, object?>>
{
    public int Count => worker is null ? 4 : 5;

    public KeyValuePair<string, object?> this[int index] => index switch
    {
        0 => new("TaskId", Safe(task.TaskId)),
        1 => new("Topic", Safe(task.TopicName)),
        2 => new("ProcessInstanceId", Safe(task.ProcessInstanceId)),
        3 => new("BusinessKey", Safe(task.BusinessKey)),
        4 when worker is not null => new("Worker", worker),
        _ => throw new ArgumentOutOfRangeException(nameof(index)),
    };

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => ResponseText.Neutralize($"Task {task.TaskId} of {task.TopicName}");

    private static string? Safe(string? text) => text is null ? null : ResponseText.Neutralize(text);
}
