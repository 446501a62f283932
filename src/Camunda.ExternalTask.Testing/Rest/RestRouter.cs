using System.Net;
using System.Text;
using System.Text.Json;
using Camunda.ExternalTask.Testing.Flavors;
using Camunda.ExternalTask.Testing.Operations;
using Camunda.ExternalTask.Testing.Rest.Endpoints;
using Camunda.ExternalTask.Testing.Rest.Routing;

namespace Camunda.ExternalTask.Testing.Rest;

/// <summary>Answers requests: checks the user, finds the endpoint, parses the body, and reports errors in the engine's form.</summary>
internal sealed class RestRouter
{
    private const string Root = "engine-rest";
    private const string DefaultEngine = "default";

    private readonly EngineCore _core;
    private readonly string? _authorization;
    private readonly RestRoutes _routes = new();

    public RestRouter(EngineCore core, NetworkCredential? user)
    {
        _core = core;
        _authorization = user is null
            ? null
            : "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user.UserName}:{user.Password}"));
        new TaskEndpoints(core).AddTo(_routes);
        new TaskQueryEndpoints(core).AddTo(_routes);
        new VariableEndpoints(core).AddTo(_routes);
        new VariableInstanceEndpoints(core).AddTo(_routes);
        new DeploymentEndpoints(core).AddTo(_routes);
        new DefinitionEndpoints(core).AddTo(_routes);
        new UserTaskEndpoints(core).AddTo(_routes);
        new JobEndpoints(core).AddTo(_routes);
        new ExecutionEndpoints(core).AddTo(_routes);
        new MessageEndpoints(core).AddTo(_routes);
        new InstanceEndpoints(core).AddTo(_routes);
        new IncidentEndpoints(core).AddTo(_routes);
        new HistoryEndpoints(core).AddTo(_routes);
        new EngineEndpoints(core).AddTo(_routes);
    }

    public async ValueTask<RestResponse> HandleAsync(RestCall call)
    {
        if (_authorization is not null && call.Authorization != _authorization)
        {
            return new(401) { Headers = [KeyValuePair.Create("WWW-Authenticate", $"Basic realm=\"{DefaultEngine}\"")] };
        }

        try
        {
            return await RouteAsync(call).ConfigureAwait(false);
        }
        catch (EngineRequestException error)
        {
            return RestResponse.Error(error, _core.Flavor);
        }
    }

    private async ValueTask<RestResponse> RouteAsync(RestCall call)
    {
        var segments = Below(call.Path);
        var route = _routes.Find(call.Method, segments, out var pathExists) ?? throw NoRoute(pathExists);
        var isJson = IsJson(call);
        using var document = isJson && call.Body.Length > 0 ? Parse(call.Body) : null;
        return await route.HandleAsync(new()
        {
            Segments = segments,
            Query = new(call.Query),
            ContentType = call.ContentType,
            Body = call.Body,
            BaseAddress = $"{call.Origin}/{Root}",
            Json = document is null ? RestBody.Empty : new(document.RootElement),
        }).ConfigureAwait(false);
    }

    private string[] Below(string path)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = Uri.UnescapeDataString(parts[i]);
        }

        return parts switch
        {
            [Root, "engine", DefaultEngine, .. var rest] when rest.Length > 0 => rest,
            [Root, "engine", var name, _, ..] => throw UnknownEngine(name),
            [Root, .. var rest] => rest,
            _ => [],
        };
    }

    private EngineRequestException UnknownEngine(string name) => _core.Flavor == EngineFlavor.Camunda717
        ? EngineErrors.Java(
            "NullPointerException",
            "Cannot invoke \"org.camunda.bpm.engine.ProcessEngine.getIdentityService()\" because \"processEngine\" is null")
        : EngineErrors.Invalid(name == DefaultEngine ? "" : "No process engine available");

    private static bool IsJson(RestCall call)
    {
        var mediaType = call.ContentType?.Split(';')[0].Trim();
        if (mediaType is null or "application/json" || call.Body.Length == 0)
        {
            return true;
        }

        return mediaType == "multipart/form-data"
            ? false
            : throw EngineErrors.UnsupportedMediaType();
    }

    private JsonDocument Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonDocument.Parse(body, RestRequest.JsonOptions);
        }
        catch (JsonException exception)
        {
            throw _core.Flavor.AnswersBrokenJsonAsText() ? EngineErrors.Unreadable(exception.Message) : EngineErrors.Invalid("");
        }
    }

    private static EngineRequestException NoRoute(bool pathExists) => pathExists
        ? new(HttpStatusCode.MethodNotAllowed, "NotAllowedException", "HTTP 405 Method Not Allowed")
        : new(HttpStatusCode.NotFound, "NotFoundException", "HTTP 404 Not Found");
}
