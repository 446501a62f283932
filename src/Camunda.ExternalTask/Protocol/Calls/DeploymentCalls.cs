using Camunda.ExternalTask.Protocol.Uploads;

namespace Camunda.ExternalTask.Protocol.Calls;

/// <summary>The calls of <c>/deployment</c>.</summary>
internal static class DeploymentCalls
{
    /// <summary>Deploys files together.</summary>
    public static EngineCall<DeploymentResult> Create(DeploymentRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentException.ThrowIfNullOrWhiteSpace(request.Name);
        if (request.Files is not { Count: > 0 } || request.Files.Contains(null!))
        {
            throw new ArgumentException("The deployment has no file, or a file that is null. Add at least one file.", nameof(request));
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        return request.Files.FirstOrDefault(file => !names.Add(file.Name)) is { } twice
            ? throw new ArgumentException($"The deployment has two files named '{twice.Name}', and the engine would use only one. Rename one.", nameof(request))
            : new DeploymentCall(request);
    }

    private sealed class DeploymentCall(DeploymentRequest request)
        : EngineCall<DeploymentResult>("create", "deployment", request.Name, HttpMethod.Post, "deployment/create", DeploymentResult.Read)
    {
        public override HttpContent CreateContent() => DeploymentBody.Of(request);
    }
}
