using System.Net;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Camunda.ExternalTask.Testing;

internal sealed class DeploymentEndpoints(EngineCore core)
{
    public void AddTo(RestRoutes routes)
    {
        routes.Add("POST", "deployment/create", CreateAsync);
        routes.Add("GET", "deployment", List);
        routes.Add("GET", "deployment/count", request => core.Read(state => RestResponse.Count(Query(state, request.Query).Count())));
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
        var (fields, resources) = await ReadFormAsync(request).ConfigureAwait(false);
        var onlyIfChanged = fields.GetValueOrDefault("enable-duplicate-filtering") == "true" || fields.GetValueOrDefault("deploy-changed-only") == "true";
        return core.Write(work =>
        {
            var deployment = DeploymentOperations.Deploy(
                work,
                fields.GetValueOrDefault("deployment-name"),
                fields.GetValueOrDefault("tenant-id"),
                resources,
                onlyIfChanged);
            return RestResponse.Json(RestJson.Write(writer => DeploymentWriter.WriteCreated(writer, deployment, request.BaseAddress, core.Dates)));
        });
    }

    private RestResponse List(RestRequest request) => core.Read(state =>
        RestResponse.Json(RestJson.WriteArray(request.Query.Page(Query(state, request.Query)), (writer, deployment) => DeploymentWriter.Write(writer, deployment, core.Dates))));

    private static IEnumerable<Deployment> Query(EngineState state, RestQuery query) => state.Deployments.Where(deployment =>
        (query.Text("id") is not { } id || deployment.Id == id) && (query.Text("name") is not { } name || deployment.Name == name));

    private static async Task<(Dictionary<string, string> Fields, Dictionary<string, string> Resources)> ReadFormAsync(RestRequest request)
    {
        var boundary = (MediaTypeHeaderValue.TryParse(request.ContentType, out var mediaType) ? HeaderUtilities.RemoveQuotes(mediaType.Boundary).Value : null)
            ?? throw new EngineException(HttpStatusCode.UnsupportedMediaType, "NotSupportedException", "HTTP 415 Unsupported Media Type");
        var fields = new Dictionary<string, string>();
        var resources = new Dictionary<string, string>();
        using var body = new MemoryStream(request.Body.ToArray());
        var form = new MultipartReader(boundary, body);
        while (await form.ReadNextSectionAsync().ConfigureAwait(false) is { } section)
        {
            var disposition = section.GetContentDispositionHeader();
            using var reader = new StreamReader(section.Body);
            var text = await reader.ReadToEndAsync().ConfigureAwait(false);
            if (disposition?.FileName.HasValue == true || disposition?.FileNameStar.HasValue == true)
            {
                var name = disposition.FileNameStar.HasValue ? disposition.FileNameStar.Value : HeaderUtilities.RemoveQuotes(disposition.FileName).Value;
                resources[name!] = text;
            }
            else if (disposition is not null)
            {
                fields[HeaderUtilities.RemoveQuotes(disposition.Name).Value ?? ""] = text;
            }
        }

        return (fields, resources);
    }
}
