using System.Globalization;
using System.Xml;
using Camunda.ExternalTask.Simulation.Engine;
using Camunda.ExternalTask.Simulation.Scripts;
using Camunda.ExternalTask.Testing;
using Camunda.ExternalTask.Tests.Engines;
using Microsoft.Extensions.Time.Testing;

namespace Camunda.ExternalTask.Simulation.Tests;

/// <summary>The model of the engine answers the same random scripts of raw calls as the engines.</summary>
/// <remarks>The environment variable <c>ENGINE_SCRIPTS</c> sets the number of scripts for each real engine.</remarks>
public sealed class EngineModelTests
{
    private const int ScriptsInMemory = 300;
    private const int ScriptsOnEngine = 6;

    [Theory]
    [InlineData(EngineFlavor.Camunda724)]
    [InlineData(EngineFlavor.Camunda717)]
    [InlineData(EngineFlavor.Operaton10)]
    public async Task The_model_agrees_with_the_engine_in_memory(EngineFlavor flavor)
    {
        for (var seed = 1; seed <= ScriptsInMemory; seed++)
        {
            Agree(await PlayInMemoryAsync(seed, flavor, EngineDefect.None));
        }
    }

    [Theory]
    [InlineData(nameof(EngineDefect.IgnoresWorkerIds))]
    [InlineData(nameof(EngineDefect.IgnoresLocks))]
    [InlineData(nameof(EngineDefect.CompletesTwice))]
    public async Task A_defect_of_the_model_is_found(string defect)
    {
        var found = 0;
        for (var seed = 1; seed <= 100; seed++)
        {
            found += await PlayInMemoryAsync(seed, EngineFlavor.Camunda724, Enum.Parse<EngineDefect>(defect)) is null ? 0 : 1;
        }

        Assert.InRange(found, 5, 100);
    }

    private static void Agree(string? difference) => Assert.True(difference is null, difference);

    [Theory]
    [InlineData(EngineFlavor.Camunda724)]
    [InlineData(EngineFlavor.Camunda717)]
    [InlineData(EngineFlavor.Operaton10)]
    public async Task The_model_agrees_with_the_real_engine(EngineFlavor flavor)
    {
        var real = await RealEngine.FindOrSkipAsync(flavor);
        Assert.SkipWhen(real.Clock is null, "This engine's clock cannot be moved.");
        var scripts = Environment.GetEnvironmentVariable("ENGINE_SCRIPTS") is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : ScriptsOnEngine;
        using var http = new HttpClient { BaseAddress = new(real.BaseAddress.AbsoluteUri.TrimEnd('/') + "/") };
        var offset = TimeSpan.Zero;
        for (var seed = 1; seed <= scripts; seed++)
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"script{Environment.ProcessId}-{seed}");
            using var engine = new ScriptedEngine(http, key, () => DateTimeOffset.UtcNow + offset, PassAsync, static () => Task.Delay(100));
            Agree(await PlayAsync(seed, engine, EngineDefect.None));
        }

        async Task PassAsync(TimeSpan duration)
        {
            offset += duration;
            using var response = await http.PostAsync(new Uri(real.Clock, XmlConvert.ToString(offset)), null);
            Assert.True(response.IsSuccessStatusCode);
        }
    }

    private static async Task<string?> PlayInMemoryAsync(int seed, EngineFlavor flavor, EngineDefect defect)
    {
        var time = new FakeTimeProvider(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await using var memory = new InMemoryEngine(new InMemoryEngineOptions { TimeProvider = time, Flavor = flavor });
        using var http = new HttpClient(memory.CreateHandler()) { BaseAddress = new(InMemoryEngine.BaseAddress.AbsoluteUri.TrimEnd('/') + "/") };
        using var engine = new ScriptedEngine(http, "script", time.GetUtcNow, Pass, static () => Task.CompletedTask);
        return await PlayAsync(seed, engine, defect);

        Task Pass(TimeSpan duration)
        {
            time.Advance(duration);
            return Task.CompletedTask;
        }
    }

    /// <summary>Plays a script in an engine and in the model.</summary>
    /// <returns>The first difference; null if there is none.</returns>
    private static async Task<string?> PlayAsync(int seed, ScriptedEngine engine, EngineDefect defect)
    {
        await engine.DeployAsync();
        var difference = await ScriptComparison.PlayAsync(ScriptGenerator.Of(seed), engine, defect);
        (await engine.DeleteAsync()).Dispose();
        return difference is null ? null : $"Script {seed}:\n{difference}";
    }
}
