using Camunda.ExternalTask.Testing.Flavors;
using Camunda.ExternalTask.Testing.Operations;
using Camunda.ExternalTask.Testing.Rest.Readers;
using Camunda.ExternalTask.Testing.Rest.Routing;
using Camunda.ExternalTask.Testing.Rest.Writers;
using Camunda.ExternalTask.Testing.State;
using Camunda.ExternalTask.Testing.Values;

namespace Camunda.ExternalTask.Testing.Rest.Endpoints;

/// <summary>Reads and changes the variables of a process instance, or the local variables of an execution.</summary>
internal sealed class VariableEndpoints(EngineCore core)
{
    private static readonly VariableResource Visible = new("process instance", IsLocal: false);
    private static readonly VariableResource Local = new("execution", IsLocal: true);

    public void AddTo(RestRoutes routes)
    {
        Add(routes, "process-instance/*/variables", Visible);
        Add(routes, "execution/*/localVariables", Local);
    }

    private void Add(RestRoutes routes, string path, VariableResource resource)
    {
        routes.Add("GET", path, request => GetAll(request, resource));
        routes.Add("POST", path, request => Modify(request, resource));
        routes.Add("GET", path + "/*", request => Get(request, resource));
        routes.Add("PUT", path + "/*", request => Put(request, resource));
        routes.Add("DELETE", path + "/*", request => Delete(request, resource));
        routes.Add("GET", path + "/*/data", request => Data(request, resource));
        routes.Add("POST", path + "/*/data", request => UploadAsync(request, resource));
    }

    private RestResponse GetAll(RestRequest request, VariableResource resource) => core.Read(state =>
    {
        var execution = Find(state, request.Segments[1]);
        var deserialize = request.Query.Deserializes("deserializeValues");
        return RestResponse.Json(writer =>
        {
            writer.WriteStartObject();
            foreach (var variable in execution.VisibleVariables(resource.IsLocal))
            {
                EngineValueWriter.WriteNamed(writer, variable.Name, variable.Value, deserialize, core.Dates);
            }

            writer.WriteEndObject();
        });
    });

    private RestResponse Get(RestRequest request, VariableResource resource) => core.Read(state =>
    {
        var variable = FindVariable(state, request, resource);
        var deserialize = request.Query.Deserializes("deserializeValue");
        if (deserialize)
        {
            Prefixed($"Cannot get {resource.Kind} variable {variable.Name}", () => Deserialization.Require(variable.Name, variable.Value));
        }

        return RestResponse.Json(writer => EngineValueWriter.Write(writer, variable.Value, deserialize, core.Dates));
    });

    private RestResponse Data(RestRequest request, VariableResource resource) => core.Read(state =>
        VariableDownload.Of(FindVariable(state, request, resource).Value, request.Segments[1]));

    private RestResponse Put(RestRequest request, VariableResource resource)
    {
        var (id, name) = (request.Segments[1], request.Segments[3]);
        var prefix = $"Cannot put {resource.Kind} variable {name}";
        var value = Prefixed(prefix, () => core.Values.Read(name, request.Json.Root));
        return Prefixed(prefix, () => Write(work => Set(work, Find(work.State, id), resource, name, value)));
    }

    private async ValueTask<RestResponse> UploadAsync(RestRequest request, VariableResource resource)
    {
        var (id, name) = (request.Segments[1], request.Segments[3]);
        var value = UploadedValue.Of(await RestForm.ReadAsync(request).ConfigureAwait(false), core.Flavor);
        return Prefixed(
            $"Cannot put {resource.Kind} variable {name}",
            () => Write(work => Set(work, Find(work.State, id), resource, name, value)));
    }

    private RestResponse Delete(RestRequest request, VariableResource resource) =>
        Write(work => Remove(work, Find(work.State, request.Segments[1]), resource, request.Segments[3]));

    private RestResponse Modify(RestRequest request, VariableResource resource)
    {
        var id = request.Segments[1];
        var modifications = Prefixed(
            $"Cannot modify variables for {resource.Kind}",
            () => core.Values.ReadAll(request.Json.Element("modifications")));
        var deletions = request.Json.Texts("deletions") ?? [];
        return Prefixed($"Cannot modify variables for {resource.Kind} {id}", () => WriteWithReason(work =>
        {
            var execution = Find(work.State, id);
            foreach (var (name, value) in modifications ?? [])
            {
                Set(work, execution, resource, name, value);
            }

            foreach (var name in deletions)
            {
                Remove(work, execution, resource, name);
            }
        }));
    }

    /// <summary>Performs changes. Only this call of the engine names the reason if the database rejects a value.</summary>
    private RestResponse WriteWithReason(Action<UnitOfWork> write)
    {
        try
        {
            return Write(write);
        }
        catch (EngineRequestException exception) when (exception.Code == EngineErrors.ColumnTooSmall(core.Flavor).Code)
        {
            throw EngineErrors.Failed("Variable value is too long");
        }
    }

    private RestResponse Write(Action<UnitOfWork> write)
    {
        core.Write(write);
        return RestResponse.NoContent;
    }

    private static void Set(UnitOfWork work, Execution execution, VariableResource resource, string name, EngineValue value)
    {
        if (resource.IsLocal)
        {
            work.Variables.SetLocal(execution, name, value);
        }
        else
        {
            work.Variables.Set(execution, name, value);
        }
    }

    private static void Remove(UnitOfWork work, Execution execution, VariableResource resource, string name)
    {
        var variable = execution.VisibleVariables(resource.IsLocal).FirstOrDefault(variable => variable.Name == name);
        if (variable is not null)
        {
            work.Variables.Remove(variable.Execution, name);
        }
    }

    private static Variable FindVariable(EngineState state, RestRequest request, VariableResource resource)
    {
        var name = request.Segments[3];
        var execution = Prefixed($"Cannot get {resource.Kind} variable {name}", () => Find(state, request.Segments[1]));
        return execution.VisibleVariables(resource.IsLocal).FirstOrDefault(variable => variable.Name == name)
            ?? throw EngineErrors.NotFound($"{resource.Kind} variable with name {name} does not exist");
    }

    private static Execution Find(EngineState state, string id) =>
        state.Executions.TryGetValue(id, out var execution) ? execution : throw EngineErrors.NoExecution(id);

    private static void Prefixed(string action, Action perform) => Prefixed(action, () =>
    {
        perform();
        return true;
    });

    private static T Prefixed<T>(string action, Func<T> perform)
    {
        try
        {
            return perform();
        }
        catch (EngineRequestException exception)
        {
            throw exception.Within(action);
        }
    }

    private sealed record VariableResource(string Kind, bool IsLocal);
}
