using System.Net;

namespace Camunda.ExternalTask.Testing;

/// <summary>How an <see cref="InMemoryEngine"/> behaves.</summary>
public sealed record InMemoryEngineOptions
{
    /// <summary>
    /// The engine's clock: locks, retry times and long polls follow it. The system's by default; give a fake one to move time in tests.
    /// </summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Which product to answer as, where they differ.</summary>
    public EngineFlavor Flavor { get; init; } = EngineFlavor.Camunda724;

    /// <summary>The only user that is let in, by HTTP Basic authentication. Null lets everyone in.</summary>
    public NetworkCredential? User { get; init; }

    /// <summary>
    /// The format of the dates of its REST API, a pattern of Java's <c>SimpleDateFormat</c> with the letters y, M, d, H, m, s, S, Z and X, as administrators may set it. Without Z or
    /// X dates are local times of this machine. <see cref="EngineClient"/> knows the default only: give and look at dates by the engine's own methods.
    /// </summary>
    public string DateFormat { get; init; } = "yyyy-MM-dd'T'HH:mm:ss.SSSZ";

    /// <summary>
    /// Whether ended instances, activities, variables and the task log are kept. Turn off for long loads: memory then stays what the
    /// running instances need.
    /// </summary>
    public bool KeepsHistory { get; init; } = true;
}
