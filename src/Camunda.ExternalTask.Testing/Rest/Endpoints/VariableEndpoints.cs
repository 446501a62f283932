using System.Net;

namespace Camunda.ExternalTask.Testing;

/// <summary>Variables of instances, seen from an execution outwards, and those local to one execution.</summary>
internal sealed class VariableEndpoints(EngineCore core)
{
    private static readonly VariableResource _visible = new("process instance", IsLocal: false);
    private static readonly VariableResource _local = new("execution", IsLocal: true);

    public void AddTo(RestRoutes routes)
    {
        Add(routes, "process-instance/*/variables", _visible);
        Add(routes, "execution/*/localVariables", _local);
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
        return RestResponse.Json(RestJson.Write(writer =>
        {
            writer.WriteStartObject();
            foreach (var variable in execution.VisibleVariables(resource.IsLocal))
            {
                EngineValueWriter.WriteNamed(writer, variable.Name, variable.Value, request.Query.Text("deserializeValues") != "false", core.Dates);
            }

            writer.WriteEndObject();
        }));
    });

    private RestResponse Get(RestRequest request, VariableResource resource) => core.Read(state =>
    {
        var value = FindVariable(state, request, resource).Value;
        return RestResponse.Json(RestJson.Write(writer => EngineValueWriter.Write(writer, value, request.Query.Text("deserializeValue") != "false", core.Dates)));
    });

    private RestResponse Data(RestRequest request, VariableResource resource) => core.Read(state =>
        VariableData.Of(FindVariable(state, request, resource).Value, request.Segments[1]));

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
        var value = UploadedValue.Of(await RestForm.ReadAsync(request).ConfigureAwait(false));
        return Prefixed($"Cannot put {resource.Kind} variable {name}", () => Write(work => Set(work, Find(work.State, id), resource, name, value)));
    }

    private RestResponse Delete(RestRequest request, VariableResource resource) =>
        Write(work => Remove(work, Find(work.State, request.Segments[1]), resource, request.Segments[3]));

    private RestResponse Modify(RestRequest request, VariableResource resource)
    {
        var id = request.Segments[1];
        var modifications = Prefixed($"Cannot modify variables for {resource.Kind}", () => core.Values.ReadAll(request.Json.Element("modifications")));
        var deletions = request.Json.Texts("deletions") ?? [];
        return Prefixed($"Cannot modify variables for {resource.Kind} {id}", () => WriteFitting(work =>
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

    /// <summary>The only call that says what the database has against a value.</summary>
    private RestResponse WriteFitting(Action<EngineWork> write)
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

    private RestResponse Write(Action<EngineWork> write)
    {
        core.Write(write);
        return RestResponse.NoContent;
    }

    private static void Set(EngineWork work, Execution execution, VariableResource resource, string name, EngineValue value)
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

    private static void Remove(EngineWork work, Execution execution, VariableResource resource, string name)
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
            ?? throw EngineErrors.Invalid($"{resource.Kind} variable with name {name} does not exist", HttpStatusCode.NotFound);
    }

    private static Execution Find(EngineState state, string id) =>
        state.Executions.TryGetValue(id, out var execution) ? execution : throw EngineErrors.NoExecution(id);

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
