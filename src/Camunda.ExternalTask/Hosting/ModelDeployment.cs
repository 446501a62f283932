using System.Reflection;
using Camunda.ExternalTask.Client;
using Camunda.ExternalTask.Protocol.Calls;

namespace Camunda.ExternalTask.Hosting;

/// <summary>Deploys the models that the build has embedded in an assembly.</summary>
internal sealed class ModelDeployment(Assembly assembly, ModelDeploymentOptions options)
{
    private const string Prefix = "camunda-models/";

    /// <exception cref="InvalidOperationException">The assembly has no models, or the engine refused them.</exception>
    public async Task DeployAsync(CallSender sender, CancellationToken cancellationToken)
    {
        List<DeploymentFile> files = [];
        foreach (var resource in assembly.GetManifestResourceNames().Where(static name => name.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var content = assembly.GetManifestResourceStream(resource)!;
            files.Add(await DeploymentFile.ReadAsync(resource[Prefix.Length..], content, cancellationToken).ConfigureAwait(false));
        }

        var name = assembly.GetName().Name!;
        if (files.Count == 0)
        {
            throw new InvalidOperationException($"'{name}' has no embedded models to deploy. Remove EmbedCamundaModels=false from its project, or do not deploy its models.");
        }

        var request = new DeploymentRequest(options.Name ?? name, files)
        {
            Source = options.Source,
            TenantId = options.TenantId,
            EnableDuplicateFiltering = true,
            DeployChangedOnly = options.DeployChangedOnly,
        };
        try
        {
            await sender.AskAsync(DeploymentCalls.Create(request), cancellationToken).ConfigureAwait(false);
        }
        catch (EngineException exception) when (exception.ModelProblems.Any(static problem => !problem.IsWarning))
        {
            var problems = exception.ModelProblems.Where(static problem => !problem.IsWarning).Select(static problem => $"{Environment.NewLine}  {problem}");
            throw new InvalidOperationException($"The engine refused the models of '{name}', so the worker does not start:{string.Concat(problems)}", exception);
        }
    }
}
