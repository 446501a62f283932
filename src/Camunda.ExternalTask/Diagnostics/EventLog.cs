using System.Collections;
using Microsoft.Extensions.Logging;

namespace Camunda.ExternalTask.Diagnostics;

/// <summary>Writes events to the log, as <see cref="EventTable"/> defines them.</summary>
/// <param name="logger">Receives the entries.</param>
/// <param name="worker">The name that distinguishes the worker from others of the application; null if it is the only one.</param>
internal sealed class EventLog(ILogger logger, string? worker)
{
    /// <summary>Whether the log writes events of a kind.</summary>
    public bool IsEnabled(EventRow row) => logger.IsEnabled(row.Level);

    public void Write(EventRow row, in WorkerEvent occurrence)
    {
        if (IsEnabled(row))
        {
            // The message already contains the text of an engine error.
            var exception = occurrence.Error is EngineException ? null : occurrence.Error;
            logger.Log(row.Level, row.EventId, new Entry(row, occurrence, worker), exception, static (entry, _) => entry.ToString());
        }
    }

    /// <summary>Begins a scope for a handler; null if the log writes nothing at all, because a scope would only cost time.</summary>
    public IDisposable? BeginTask(FetchedTask task) => logger.IsEnabled(LogLevel.Error) ? logger.BeginScope(new TaskLogScope(task, worker)) : null;

    /// <summary>The structured state of a log entry: the placeholders with their values, the name of the worker, and the template.</summary>
    private readonly struct Entry(EventRow row, WorkerEvent occurrence, string? worker) : IReadOnlyList<KeyValuePair<string, object?>>
    {
        private const string Prefix = "[{Worker}] ";

        public int Count => row.Template.Fields.Count + (worker is null ? 1 : 2);

        public KeyValuePair<string, object?> this[int index] => index < row.Template.Fields.Count
            ? new(row.Template.Fields[index].Name, row.Template.Fields[index].ValueOf(occurrence))
            : index < Count - 1
                ? new("Worker", worker)
                : new("{OriginalFormat}", worker is null ? row.Template.Text : string.Concat(Prefix, row.Template.Text));

        public IEnumerator<KeyValuePair<string, object?>> GetEnumerator()
        {
            for (var i = 0; i < Count; i++)
            {
                yield return this[i];
            }
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        public override string ToString() => worker is null ? row.Template.Format(occurrence) : $"[{worker}] {row.Template.Format(occurrence)}";
    }
}
