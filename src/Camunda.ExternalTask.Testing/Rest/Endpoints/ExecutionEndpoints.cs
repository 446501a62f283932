using Camunda.ExternalTask.Testing.Flavors;
using Camunda.ExternalTask.Testing.Operations;
using Camunda.ExternalTask.Testing.Rest.Routing;
using Camunda.ExternalTask.Testing.Rest.Writers;
using Camunda.ExternalTask.Testing.State;

namespace Camunda.ExternalTask.Testing.Rest.Endpoints;

/// <summary>Lists executions, and delivers messages and signals to one of them.</summary>
internal sealed class ExecutionEndpoints(EngineCore core)
{
    public void AddTo(RestRoutes routes)
    {
        routes.AddQuery<Execution>("execution", core, Query, static (writer, execution) => WaitingWriter.WriteExecution(writer, execution));
        routes.Add("GET", "execution/*", request => core.Read(state =>
        {
            var id = request.Segments[1];
            var execution = state.Executions.TryGetValue(id, out var found) ? found : throw EngineErrors.NotFound($"Execution with id {id} does not exist");
            return RestResponse.Json(writer => WaitingWriter.WriteExecution(writer, execution));
        }));
        routes.Add("POST", "execution/*/messageSubscriptions/*/trigger", Trigger);
        routes.Add("POST", "execution/*/signal", Signal);
    }

    private RestResponse Trigger(RestRequest request)
    {
        var (id, name) = (request.Segments[1], request.Segments[3]);
        var variables = core.Values.ReadAll(request.Json.Element("variables"));
        try
        {
            core.Write(work => MessageOperations.Receive(work, id, name, variables));
        }
        catch (EngineRequestException exception)
        {
            throw exception.Within($"Cannot trigger message {name} for execution {id}");
        }

        return RestResponse.NoContent;
    }

    private RestResponse Signal(RestRequest request)
    {
        var id = request.Segments[1];
        var variables = core.Values.ReadAll(request.Json.Element("variables"));
        try
        {
            core.Write(work =>
            {
                var execution = work.State.Executions.TryGetValue(id, out var found) ? found : throw EngineErrors.NoExecution(id);
                var subscription = execution.Subscriptions.Find(item => item.Node == execution.Node)
                    ?? throw EngineErrors.Failed($"cannot signal execution {id}: it has no current activity");
                work.Interpreter.Receive(subscription, variables);
            });
        }
        catch (EngineRequestException exception)
        {
            throw exception.Within($"Cannot signal execution {id}");
        }

        return RestResponse.NoContent;
    }

    private static IEnumerable<Execution> Query(EngineState state, RestQuery query) =>
        (query.Text("processInstanceId") is { } id
            ? state.Instances.TryGetValue(id, out var instance) ? instance.Executions() : []
            : state.Instances.Values.SelectMany(static instance => instance.Executions())).Where(execution =>
            (query.Text("businessKey") is not { } businessKey || execution.Instance.BusinessKey == businessKey)
            && (query.Text("processDefinitionKey") is not { } key || execution.Instance.Definition.Key == key)
            && (query.Text("processDefinitionId") is not { } definition || execution.Instance.Definition.Id == definition)
            && (query.Text("activityId") is not { } activity || execution.Node?.Id == activity)
            && (query.Text("messageEventSubscriptionName") is not { } message
                || execution.Subscriptions.Exists(item => item.Kind == Bpmn.BpmnEventKind.Message && item.Name == message))
            && (query.Text("signalEventSubscriptionName") is not { } signal
                || execution.Subscriptions.Exists(item => item.Kind == Bpmn.BpmnEventKind.Signal && item.Name == signal)));
}
