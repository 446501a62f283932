using Camunda.ExternalTask.Testing;

namespace Camunda.ExternalTask.Tests.Engines;

/// <summary>An engine somebody else runs; its version tells what it is.</summary>
internal static class RunningEngine
{
    /// <summary>Null where the engine is another one than asked for.</summary>
    public static async Task<RealEngine?> FindAsync(Uri address, EngineFlavor flavor)
    {
        using var client = new EngineClient(address);
        var version = await client.GetVersionAsync();
        var clock = Environment.GetEnvironmentVariable("CAMUNDA_CLOCK_URL") is { Length: > 0 } url ? new Uri(url) : null;
        return FlavorOf(version) == flavor ? new(address, clock) : null;
    }

    private static EngineFlavor FlavorOf(string version)
    {
        var parts = version.Split('.', '-');
        return parts[0] != "7" ? EngineFlavor.Operaton10
            : int.TryParse(parts[1], out var minor) && minor <= 17 ? EngineFlavor.Camunda717
            : EngineFlavor.Camunda724;
    }
}
