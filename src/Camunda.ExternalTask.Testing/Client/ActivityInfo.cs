namespace Camunda.ExternalTask.Testing;

/// <summary>An activity, event or gateway an instance has reached.</summary>
public sealed record ActivityInfo
{
    /// <summary>The element's id in the model.</summary>
    public required string ActivityId { get; init; }

    /// <summary>The engine's name for the element's kind, such as <c>serviceTask</c> or <c>noneEndEvent</c>.</summary>
    public required string ActivityType { get; init; }

    /// <summary>When it was entered.</summary>
    public DateTimeOffset Started { get; init; }

    /// <summary>When it was left; null while it is active.</summary>
    public DateTimeOffset? Ended { get; init; }

    /// <summary>True where it was interrupted instead of completed.</summary>
    public bool IsCanceled { get; init; }

    /// <summary>True for end events of every kind.</summary>
    public bool IsEndEvent => ActivityType.EndsWith("EndEvent", StringComparison.Ordinal);
}
