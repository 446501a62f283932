using System.Net;
using Camunda.ExternalTask.Testing.Values;

namespace Camunda.ExternalTask.Testing;

/// <summary>Options of an <see cref="InMemoryEngine"/>.</summary>
public sealed record InMemoryEngineOptions
{
    /// <summary>
    /// The engine's clock, which locks, retry timeouts and long polls follow. The default is the system's clock; pass a fake one to advance
    /// time in tests.
    /// </summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>The product that the engine imitates where products differ. The default is Camunda 7.24.</summary>
    public EngineFlavor Flavor { get; init; } = EngineFlavor.Camunda724;

    /// <summary>The only user that may access the REST API, by HTTP Basic authentication. The default, null, allows everyone.</summary>
    public NetworkCredential? User { get; init; }

    /// <summary>
    /// The date format of the REST API, which administrators may change: a pattern of Java's <c>SimpleDateFormat</c> with the letters y,
    /// M, d, H, m, s, S, Z and X. Without Z or X, dates are local times of this machine.
    /// </summary>
    /// <remarks>
    /// <see cref="EngineClient"/> supports only the default format. With another format, set and read dates through the engine's methods.
    /// </remarks>
    public string DateFormat { get; init; } = JavaDateFormat.DefaultPattern;

    /// <summary>
    /// Whether the engine keeps ended instances, activities, variables and the task log. The default is true. Set this to false in load
    /// tests, so that only running instances use memory.
    /// </summary>
    public bool KeepsHistory { get; init; } = true;

    /// <summary>
    /// Whether the engine performs jobs when they fall due by its clock: timers, <c>asyncBefore</c> and <c>asyncAfter</c>. The default is true. Set this to
    /// false to perform each job with <see cref="InMemoryEngine.ExecuteJob"/>.
    /// </summary>
    public bool ExecutesJobs { get; init; } = true;
}
