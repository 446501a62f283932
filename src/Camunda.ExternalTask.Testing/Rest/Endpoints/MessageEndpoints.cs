using Camunda.ExternalTask.Testing.Flavors;
using Camunda.ExternalTask.Testing.Operations;
using Camunda.ExternalTask.Testing.Rest.Routing;
using Camunda.ExternalTask.Testing.Rest.Writers;
using Camunda.ExternalTask.Testing.State;
using Camunda.ExternalTask.Testing.Values;

namespace Camunda.ExternalTask.Testing.Rest.Endpoints;

/// <summary>Delivers messages and signals.</summary>
internal sealed class MessageEndpoints(EngineCore core)
{
    public void AddTo(RestRoutes routes)
    {
        routes.Add("POST", "message", Correlate);
        routes.Add("POST", "signal", Signal);
        routes.AddQuery<EventSubscription>("event-subscription", core, Query, (writer, item) => WaitingWriter.WriteSubscription(writer, item, core.Dates));
    }

    private RestResponse Correlate(RestRequest request)
    {
        var body = request.Json;
        var name = body.Text("messageName") ?? throw EngineErrors.Invalid("No message name supplied");
        if (body.Text("tenantId") is not null && body.Flag("withoutTenantId"))
        {
            throw EngineErrors.Invalid("Parameter 'tenantId' cannot be used together with parameter 'withoutTenantId'.");
        }

        var command = new MessageCommand(name)
        {
            BusinessKey = body.Text("businessKey"),
            ProcessInstanceId = body.Text("processInstanceId"),
            TenantId = body.Text("tenantId"),
            WithoutTenantId = body.Flag("withoutTenantId"),
            Variables = Values(body, "processVariables"),
            LocalVariables = Values(body, "processVariablesLocal"),
            CorrelationKeys = Values(body, "correlationKeys"),
            LocalCorrelationKeys = Values(body, "localCorrelationKeys"),
            All = body.Flag("all"),
        };
        return core.Write(work =>
        {
            var receipts = MessageOperations.Correlate(work, command);
            var withVariables = body.Flag("variablesInResultEnabled");
            return body.Flag("resultEnabled")
                ? RestResponse.JsonArray(receipts, (writer, receipt) =>
                    WaitingWriter.WriteReceipt(writer, receipt, request.BaseAddress, withVariables, core.Flavor, core.Dates))
                : RestResponse.NoContent;
        });
    }

    private RestResponse Signal(RestRequest request)
    {
        var body = request.Json;
        var name = body.Text("name") ?? throw EngineErrors.Invalid("No signal name given");
        var variables = Values(body, "variables");
        core.Write(work =>
        {
            if (body.Text("executionId") is { } id)
            {
                SignalOne(work, id, name, variables);
            }
            else
            {
                var isForTenant = body.Flag("withoutTenantId") || body.Text("tenantId") is not null;
                work.Interpreter.Signal(name, body.Text("tenantId"), isForTenant, variables);
            }
        });
        return RestResponse.NoContent;
    }

    private static void SignalOne(UnitOfWork work, string id, string name, IReadOnlyList<(string Name, EngineValue Value)> variables)
    {
        var execution = work.State.Executions.TryGetValue(id, out var found)
            ? found
            : throw EngineErrors.NullValue($"Cannot find execution with id '{id}': execution is null");
        var subscription = execution.Subscriptions.Find(item => item.Kind == Bpmn.BpmnEventKind.Signal && item.Name == name)
            ?? throw EngineErrors.NotFoundWhileRunning($"Execution '{id}' has not subscribed to a signal event with name '{name}'.");
        work.Interpreter.Receive(subscription, variables);
    }

    private static IEnumerable<EventSubscription> Query(EngineState state, RestQuery query) => state.Subscriptions.Values.Where(item =>
        (query.Text("eventSubscriptionId") is not { } id || item.Id == id)
        && (query.Text("eventName") is not { } name || item.Name == name)
        && (query.Text("eventType") is not { } type || WaitingWriter.TypeOf(item) == type)
        && (query.Text("executionId") is not { } execution || item.Execution?.Id == execution)
        && (query.Text("processInstanceId") is not { } instance || item.Execution?.Instance.Id == instance)
        && (query.Text("activityId") is not { } activity || item.Node.Id == activity));

    private List<(string Name, EngineValue Value)> Values(RestBody body, string member) => core.Values.ReadAll(body.Element(member)) ?? [];
}
