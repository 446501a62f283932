using Camunda.ExternalTask.Testing.Operations;
using Camunda.ExternalTask.Testing.Rest.Routing;
using Camunda.ExternalTask.Testing.Rest.Writers;
using Camunda.ExternalTask.Testing.State;

namespace Camunda.ExternalTask.Testing.Rest.Endpoints;

/// <summary>Creates, lists and deletes deployments.</summary>
internal sealed class DeploymentEndpoints(EngineCore core)
{
    public void AddTo(RestRoutes routes)
    {
        routes.Add("POST", "deployment/create", CreateAsync);
        routes.AddQuery<Deployment>(
            "deployment",
            core,
            Query,
            (writer, deployment) => DeploymentWriter.Write(writer, deployment, core.Dates));
        routes.Add("DELETE", "deployment/*", request =>
        {
            core.Write(work => DeploymentOperations.Delete(
                work,
                request.Segments[1],
                request.Query.Flag("cascade"),
                mapsOutputs: !request.Query.Flag("skipIoMappings")));
            return RestResponse.NoContent;
        });
    }

    private async ValueTask<RestResponse> CreateAsync(RestRequest request)
    {
        var parts = await RestForm.ReadAsync(request).ConfigureAwait(false);
        var fields = Texts(parts.Where(static part => part.FileName is null), static part => part.Name);
        var resources = Texts(parts.Where(static part => part.FileName is not null), static part => part.FileName!);
        var onlyIfChanged = fields.GetValueOrDefault("enable-duplicate-filtering") == "true"
            || fields.GetValueOrDefault("deploy-changed-only") == "true";
        return core.Write(work =>
        {
            var deployment = DeploymentOperations.Deploy(
                work,
                fields.GetValueOrDefault("deployment-name"),
                fields.GetValueOrDefault("tenant-id"),
                resources,
                onlyIfChanged);
            return RestResponse.Json(writer => DeploymentWriter.WriteCreated(writer, deployment, request.BaseAddress, core.Dates));
        });
    }

    private static IEnumerable<Deployment> Query(EngineState state, RestQuery query) => state.Deployments.Where(deployment =>
        (query.Text("id") is not { } id || deployment.Id == id) && (query.Text("name") is not { } name || deployment.Name == name));

    /// <summary>The texts of parts by key. If a key occurs twice, the last part is used.</summary>
    private static Dictionary<string, string> Texts(IEnumerable<RestForm.Part> parts, Func<RestForm.Part, string> key)
    {
        var texts = new Dictionary<string, string>();
        foreach (var part in parts)
        {
            texts[key(part)] = part.Text;
        }

        return texts;
    }
}
