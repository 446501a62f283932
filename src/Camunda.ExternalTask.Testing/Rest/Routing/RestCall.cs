namespace Camunda.ExternalTask.Testing.Rest.Routing;

/// <summary>A request as it came, from a handler or from a port.</summary>
/// <remarks>The path is still encoded; the origin is scheme, host and port.</remarks>
internal sealed record RestCall(
    string Method,
    string Origin,
    string Path,
    string? Query,
    string? ContentType,
    string? Authorization,
    ReadOnlyMemory<byte> Body);
