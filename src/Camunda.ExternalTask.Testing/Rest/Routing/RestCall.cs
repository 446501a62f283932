namespace Camunda.ExternalTask.Testing.Rest.Routing;

/// <summary>An HTTP request, from a handler or from a port.</summary>
/// <remarks>The path is encoded. The origin consists of scheme, host and port.</remarks>
internal sealed record RestCall(
    string Method,
    string Origin,
    string Path,
    string? Query,
    string? ContentType,
    string? Authorization,
    ReadOnlyMemory<byte> Body);
