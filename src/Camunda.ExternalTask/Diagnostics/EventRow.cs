using Microsoft.Extensions.Logging;

namespace Camunda.ExternalTask.Diagnostics;

/// <summary>The definition of one kind of event: its log entry, its metric and its observers.</summary>
/// <param name="Kind">The kind, whose name is the name of the log event.</param>
/// <param name="Id">The id of the log event. It never changes.</param>
/// <param name="Level">The level of the log event.</param>
/// <param name="Message">The template of the log message, with the placeholders that <see cref="EventTemplate"/> knows.</param>
internal sealed record EventRow(WorkerEventKind Kind, int Id, LogLevel Level, string Message)
{
    /// <summary>The measurement of the event, or null.</summary>
    public EventMetric? Metric { get; init; }

    /// <summary>The call of the REST API that failed, for the exception of the event; null if the event concerns no particular call.</summary>
    public string? Call { get; init; }

    /// <summary>Whether observers are notified.</summary>
    public bool IsObserved { get; init; } = true;

    public EventId EventId { get; } = new(Id, Kind.ToString());

    public EventTemplate Template { get; } = new(Message);
}
