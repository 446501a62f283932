namespace Camunda.ExternalTask.Testing;

/// <summary>An activity, event or gateway that an instance has reached.</summary>
public sealed record ActivityInfo
{
    /// <summary>The id of the element in the model.</summary>
    public required string ActivityId { get; init; }

    /// <summary>The engine's name for the element's kind, such as <c>serviceTask</c> or <c>noneEndEvent</c>.</summary>
    public required string ActivityType { get; init; }

    /// <summary>The time at which the instance entered the activity.</summary>
    public DateTimeOffset Started { get; init; }

    /// <summary>The time at which the instance left the activity; null while it is active.</summary>
    public DateTimeOffset? Ended { get; init; }

    /// <summary>True if the activity was canceled instead of completed.</summary>
    public bool IsCanceled { get; init; }

    /// <summary>True for all kinds of end events.</summary>
    public bool IsEndEvent => ActivityType.EndsWith("EndEvent", StringComparison.Ordinal);
}
