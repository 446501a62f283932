using Camunda.ExternalTask.Testing;
using DotNet.Testcontainers.Builders;
using DotNet.Testcontainers.Configurations;

namespace Camunda.ExternalTask.Tests.Engines;

/// <summary>An engine in a container of its makers' image; removed after the test run by the library that starts it.</summary>
internal static class DockerEngine
{
    private const ushort Port = 8080;

    /// <summary>Null where no Docker daemon answers.</summary>
    public static async Task<RealEngine?> TryStartAsync(EngineFlavor flavor)
    {
        if (!IsDockerThere())
        {
            return null;
        }

        var container = new ContainerBuilder(ImageOf(flavor))
            .WithPortBinding(Port, assignRandomHostPort: true)
            .WithWaitStrategy(Wait.ForUnixContainer().UntilHttpRequestIsSucceeded(static request => request.ForPort(Port).ForPath("/engine-rest/version")))
            .Build();
        await container.StartAsync();
        return new(new UriBuilder("http", container.Hostname, container.GetMappedPublicPort(Port), "engine-rest").Uri, null);
    }

    private static bool IsDockerThere()
    {
        // The library looks for a daemon when it is first asked, and finds none by throwing or by null, depending on where it looked.
        try
        {
            return TestcontainersSettings.OS.DockerEndpointAuthConfig is not null;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return false;
        }
    }

    private static string ImageOf(EngineFlavor flavor) => flavor switch
    {
        EngineFlavor.Camunda717 => "camunda/camunda-bpm-platform:run-7.17.0",
        EngineFlavor.Operaton10 => "operaton/operaton:1.0.3",
        _ => "camunda/camunda-bpm-platform:run-7.24.0",
    };
}
