namespace Camunda.ExternalTask.Diagnostics;

/// <summary>How an event is measured.</summary>
/// <param name="Instrument">The instruments.</param>
/// <param name="Tag">The value of the tag that tells events of one instrument apart, or null.</param>
internal sealed record EventMetric(EventInstrument Instrument, string? Tag = null);

/// <summary>The instruments that events feed, as <see cref="WorkerMetrics"/> knows them.</summary>
internal enum EventInstrument
{
    /// <summary>The duration of polls.</summary>
    Polls,

    /// <summary>Tasks consumed, and slots in use.</summary>
    HandlerStarts,

    /// <summary>The duration of handlers, and slots in use.</summary>
    HandlerEnds,

    /// <summary>Tasks by outcome.</summary>
    Outcomes,

    /// <summary>Calls that extend or reacquire locks, by result.</summary>
    LockCalls,

    /// <summary>Results that are sent again.</summary>
    ResultRetries,

    /// <summary>Tasks released that no worker had received.</summary>
    Orphans,
}
