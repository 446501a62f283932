using System.Text.Json;

namespace Camunda.ExternalTask.Testing.Rest.Routing;

/// <summary>A request below <c>/engine-rest</c>, whichever way it came.</summary>
internal sealed record RestRequest
{
    public required string Method { get; init; }

    /// <summary>The decoded parts of the path below the engine.</summary>
    public required string[] Segments { get; init; }

    public required RestQuery Query { get; init; }

    public string? ContentType { get; init; }

    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Where the API is, for links.</summary>
    public required string BaseAddress { get; init; }

    /// <summary>The parsed body; empty where there is none.</summary>
    public RestBody Json { get; init; } = RestBody.Empty;

    public static JsonDocumentOptions JsonOptions { get; } = new() { MaxDepth = 1000 };
}
