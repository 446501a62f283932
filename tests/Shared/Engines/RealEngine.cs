using System.Collections.Concurrent;
using Camunda.ExternalTask.Testing;

namespace Camunda.ExternalTask.Tests.Engines;

/// <summary>Finds or starts real engines for tests, each at most once a test run.</summary>
/// <remarks>
/// In this order: a running engine at <c>CAMUNDA_REST_URL</c> (with <c>CAMUNDA_CLOCK_URL</c> if its clock can be moved); the launcher in the folder <c>CAMUNDA_ENGINE_HOME</c>; the official images,
/// if a Docker daemon answers. The project that
/// links this folder references Camunda.ExternalTask.Testing and Testcontainers.
/// </remarks>
internal sealed record RealEngine(Uri BaseAddress, Uri? Clock)
{
    private static readonly ConcurrentDictionary<EngineFlavor, Lazy<Task<RealEngine?>>> Engines = new();

    /// <summary>The address of an engine's REST API; skips the test, with a word on how to run it, where there is none.</summary>
    public static async Task<Uri> StartOrSkipAsync(EngineFlavor flavor) => (await FindOrSkipAsync(flavor)).BaseAddress;

    /// <summary>The engine; null where there is none.</summary>
    public static Task<RealEngine?> FindAsync(EngineFlavor flavor) => Engines.GetOrAdd(flavor, static key => new(() => StartAsync(key))).Value;

    /// <summary>The engine itself; it may have a clock that tests can move.</summary>
    public static async Task<RealEngine> FindOrSkipAsync(EngineFlavor flavor)
    {
        if (await FindAsync(flavor) is { } engine)
        {
            return engine;
        }

        Assert.Skip($"No {flavor}: start one and set CAMUNDA_REST_URL, or set CAMUNDA_ENGINE_HOME to a folder with the launcher 'engine', or run Docker.");
        throw new InvalidOperationException();
    }

    private static async Task<RealEngine?> StartAsync(EngineFlavor flavor)
    {
        if (Environment.GetEnvironmentVariable("CAMUNDA_REST_URL") is { Length: > 0 } address)
        {
            return await RunningEngine.FindAsync(new Uri(address), flavor);
        }

        return Environment.GetEnvironmentVariable("CAMUNDA_ENGINE_HOME") is { Length: > 0 } home
            ? await LaunchedEngine.StartAsync(home, flavor)
            : await DockerEngine.TryStartAsync(flavor);
    }
}
