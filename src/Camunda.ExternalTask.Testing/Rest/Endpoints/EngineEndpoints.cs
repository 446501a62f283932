namespace Camunda.ExternalTask.Testing;

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
