using Camunda.ExternalTask.Protocol;
using Camunda.ExternalTask.Values.Dates;

namespace Camunda.ExternalTask.Worker.Shell;

/// <summary>Limits of the worker's calls.</summary>
internal sealed record GatewayOptions(TimeProvider Time)
{
    public bool UsePriority { get; init; } = true;

    public SortOrder? CreateTimeOrder { get; init; }

    /// <summary>How long a poll may take beyond the time for which the engine holds it.</summary>
    public TimeSpan PollSlack { get; init; } = TimeSpan.FromSeconds(5);

    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(10);

    public TimeSpan BodyTimeout { get; init; } = TimeSpan.FromSeconds(30);

    public long MaxResponseBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>The longest string in a result, in UTF-16 units.</summary>
    public int MaxStringLength { get; init; } = StringLimit.Default;

    /// <summary>The variable that carries the trace to the next task, or null.</summary>
    public string? TraceVariable { get; init; }

    /// <summary>The engine's format of dates.</summary>
    public EngineDateFormat DateFormat { get; init; } = EngineDateFormat.Default;
}
