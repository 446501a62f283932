using Camunda.ExternalTask.Testing;
using Camunda.ExternalTask.Tests.Engines;

namespace Camunda.ExternalTask.Chaos.Runs;

/// <summary>The engine that a command line names.</summary>
internal sealed class EngineChoice : IAsyncDisposable
{
    private readonly InMemoryEngine? _memory;

    private EngineChoice(Uri address, InMemoryEngine? memory)
    {
        Address = address;
        _memory = memory;
    }

    public Uri Address { get; }

    public static async Task<EngineChoice> OfAsync(string name)
    {
        switch (name)
        {
            case "memory":
                var memory = new InMemoryEngine();
                return new(await memory.ListenAsync(), memory);
            case "camunda":
                return new(await FindAsync(EngineFlavor.Camunda724), null);
            case "operaton":
                return new(await FindAsync(EngineFlavor.Operaton10), null);
            default:
                return new(new(name), null);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_memory is not null)
        {
            await _memory.DisposeAsync();
        }
    }

    private static async Task<Uri> FindAsync(EngineFlavor flavor) =>
        (await RealEngine.FindAsync(flavor) ?? throw new InvalidOperationException($"There is no {flavor}.")).BaseAddress;
}
