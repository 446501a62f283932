using System.Threading.Channels;
using Camunda.ExternalTask.Testing;

namespace Camunda.ExternalTask.OAuth.Tests;

internal static class EngineExtensions
{
    /// <summary>Starts an instance and waits until its task is being handled.</summary>
    public static async Task StartAndAwaitAsync(this InMemoryEngine engine, ChannelReader<string> handled, CancellationToken cancellationToken)
    {
        var instance = engine.Start("one");
        Assert.Equal(instance, await handled.ReadAsync(cancellationToken));
    }
}
