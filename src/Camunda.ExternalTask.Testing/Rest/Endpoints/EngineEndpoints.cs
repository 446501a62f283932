using Camunda.ExternalTask.Testing.Flavors;
using Camunda.ExternalTask.Testing.Json;
using Camunda.ExternalTask.Testing.Operations;
using Camunda.ExternalTask.Testing.Rest.Routing;

namespace Camunda.ExternalTask.Testing.Rest.Endpoints;

internal sealed class EngineEndpoints(EngineCore core)
{
    public void AddTo(RestRoutes routes)
    {
        routes.Add("GET", "version", _ => RestResponse.Json(RestJson.Write(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("version"u8, core.Flavor.VersionText());
            writer.WriteEndObject();
        })));
        routes.Add("GET", "engine", static _ => RestResponse.Json("""[{"name":"default"}]"""u8.ToArray()));
    }
}
