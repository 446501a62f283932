using Camunda.ExternalTask.Testing.Flavors;
using Camunda.ExternalTask.Testing.Operations;
using Camunda.ExternalTask.Testing.Rest.Routing;

namespace Camunda.ExternalTask.Testing.Rest.Endpoints;

/// <summary>Answers messages and signals. The engine rejects models with such events, so a message or signal never has a receiver.</summary>
internal sealed class MessageEndpoints(EngineCore core)
{
    public void AddTo(RestRoutes routes)
    {
        routes.Add("POST", "message", Correlate);
        routes.Add("POST", "signal", Signal);
    }

    private RestResponse Correlate(RestRequest request)
    {
        var body = request.Json;
        var name = body.Text("messageName") ?? throw EngineErrors.Invalid("No message name supplied");
        if (body.Text("tenantId") is not null && body.Flag("withoutTenantId"))
        {
            throw EngineErrors.Invalid("Parameter 'tenantId' cannot be used together with parameter 'withoutTenantId'.");
        }

        CheckValues(body, "processVariables", "processVariablesLocal", "correlationKeys", "localCorrelationKeys");
        if (!body.Flag("all"))
        {
            throw EngineErrors.Refused(
                $"{core.Flavor.JavaPackage()}.bpm.engine.MismatchingMessageCorrelationException: "
                + $"Cannot correlate message '{name}': No process definition or execution matches the parameters");
        }

        return body.Flag("resultEnabled") ? RestResponse.Json("[]"u8.ToArray()) : RestResponse.NoContent;
    }

    private RestResponse Signal(RestRequest request)
    {
        var body = request.Json;
        if (body.Text("name") is null)
        {
            throw EngineErrors.Invalid("No signal name given");
        }

        CheckValues(body, "variables");
        return body.Text("executionId") is { } execution
            ? throw EngineErrors.NullValue($"Cannot find execution with id '{execution}': execution is null")
            : RestResponse.NoContent;
    }

    private void CheckValues(RestBody body, params ReadOnlySpan<string> members)
    {
        foreach (var member in members)
        {
            core.Values.ReadAll(body.Element(member));
        }
    }
}
