using Camunda.ExternalTask.Testing.Flavors;
using Camunda.ExternalTask.Testing.Operations;
using Camunda.ExternalTask.Testing.Rest.Routing;

namespace Camunda.ExternalTask.Testing.Rest.Endpoints;

/// <summary>Returns the engine's version and name.</summary>
internal sealed class EngineEndpoints(EngineCore core)
{
    public void AddTo(RestRoutes routes)
    {
        routes.Add("GET", "version", _ => RestResponse.Json(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("version"u8, core.Flavor.VersionText());
            writer.WriteEndObject();
        }));
        routes.Add("GET", "engine", static _ => RestResponse.Json("""[{"name":"default"}]"""u8.ToArray()));
    }
}
