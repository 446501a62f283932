using System.Text.Json;

namespace Camunda.ExternalTask.Client.Conformance.Tests;

/// <summary>A request as the library sent it.</summary>
internal sealed record SentRequest(string Method, string Path, string? MediaType, string Body)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;
}
