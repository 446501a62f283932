using Camunda.ExternalTask.Http;

namespace Camunda.ExternalTask.Diagnostics;

/// <summary>A placeholder of a message template, with the function that reads its value.</summary>
internal sealed class EventField
{
    private static readonly EventField[] Known =
    [
        new("Applied", static (in occurrence) => occurrence.Message),
        new("Attempt", static (in occurrence) => occurrence.Attempt),
        new("BpmnErrors", static (in occurrence) => UnlessZero(occurrence.Summary?.BpmnErrors)),
        new("Completed", static (in occurrence) => occurrence.Summary?.Completed),
        new("Count", static (in occurrence) => occurrence.Count),
        new("Duration", static (in occurrence) => occurrence.Duration),
        new("Engine", static (in occurrence) => occurrence.Engine),
        new("Error", static (in occurrence) => TextOf(occurrence.Error)),
        new("ErrorCode", static (in occurrence) => occurrence.ErrorCode),
        new("Failed", static (in occurrence) => occurrence.Summary?.Failed),
        new("Incidents", static (in occurrence) => occurrence.Summary?.Incidents),
        new("Message", static (in occurrence) => occurrence.Message),
        new("Other", static (in occurrence) => UnlessZero(occurrence.Summary?.Other)),
        new("Outcome", static (in occurrence) => occurrence.Outcome),
        new("Pending", static (in occurrence) => occurrence.Pending),
        new("ProcessInstanceId", static (in occurrence) => occurrence.Task?.ProcessInstanceId),
        new("RetriesLeft", static (in occurrence) => occurrence.RetriesLeft),
        new("TaskId", static (in occurrence) => occurrence.TaskId),
        new("Topic", static (in occurrence) => occurrence.Topic),
        new("Topics", static (in occurrence) => string.Join(", ", occurrence.Topics)),
        new("WorkerId", static (in occurrence) => occurrence.WorkerId),
    ];

    private readonly Read _read;

    private EventField(string name, Read read)
    {
        Name = name;
        _read = read;
    }

    private delegate object? Read(in WorkerEvent occurrence);

    public string Name { get; }

    /// <exception cref="ArgumentException">The placeholder is unknown.</exception>
    public static EventField Named(string name) =>
        Array.Find(Known, field => field.Name == name) ?? throw new ArgumentException($"'{name}' is not a placeholder of an event.", nameof(name));

    /// <summary>The value for the log. Texts come from the engine, from users and from handlers, so they must not forge log lines.</summary>
    public object? ValueOf(in WorkerEvent occurrence) => _read(occurrence) switch { string text => ResponseText.Neutralize(text), var value => value };

    private static object? UnlessZero(long? count) => count is 0 ? null : count;

    private static string TextOf(Exception? error)
    {
        try
        {
            return error switch { null => "", EngineException engine => engine.Reason, _ => error.Message };
        }
        catch (Exception)
        {
            // The message of a user's exception can itself throw.
            return error!.GetType().Name;
        }
    }
}
