namespace Camunda.ExternalTask.Diagnostics;

/// <summary>The measurement of an event.</summary>
/// <param name="Instrument">The instrument that the event feeds.</param>
/// <param name="Tag">The value of the tag that distinguishes events of one instrument, or null.</param>
internal sealed record EventMetric(EventInstrument Instrument, string? Tag = null);

/// <summary>The instruments that events feed, implemented in <see cref="WorkerMetrics"/>.</summary>
internal enum EventInstrument
{
    /// <summary>The duration of polls.</summary>
    Polls,

    /// <summary>The number of tasks consumed, and the slots in use.</summary>
    HandlerStarts,

    /// <summary>The duration of handlers, and the slots in use.</summary>
    HandlerEnds,

    /// <summary>Handlers that run longer than expected.</summary>
    LongHandlers,

    /// <summary>Tasks by outcome.</summary>
    Outcomes,

    /// <summary>Calls that extend or reacquire locks, by result.</summary>
    LockCalls,

    /// <summary>Results that are sent again.</summary>
    ResultRetries,

    /// <summary>Released tasks that no worker had received.</summary>
    Orphans,
}
