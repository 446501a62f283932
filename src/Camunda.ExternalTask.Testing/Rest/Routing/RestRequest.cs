using System.Text.Json;

namespace Camunda.ExternalTask.Testing.Rest.Routing;

/// <summary>A request to a path below <c>/engine-rest</c>.</summary>
internal sealed record RestRequest
{
    /// <summary>The decoded segments of the path below the engine.</summary>
    public required string[] Segments { get; init; }

    public required RestQuery Query { get; init; }

    public string? ContentType { get; init; }

    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The API's base address, for links.</summary>
    public required string BaseAddress { get; init; }

    /// <summary>The parsed body; empty if there is none.</summary>
    public RestBody Json { get; init; } = RestBody.Empty;

    public static JsonDocumentOptions JsonOptions { get; } = new() { MaxDepth = 1000 };
}
