using Camunda.ExternalTask.Values.Dates;

namespace Camunda.ExternalTask.Protocol.Calls;

/// <summary>The calls that start, list and delete process instances.</summary>
/// <param name="dateFormat">The engine's format of dates.</param>
internal sealed class ProcessCalls(EngineDateFormat dateFormat)
{
    /// <summary>Starts an instance of the latest version of a process.</summary>
    /// <param name="key">The id of the process in the model.</param>
    /// <param name="tenantId">The tenant of the process, or null.</param>
    /// <param name="businessKey">The business key, or null.</param>
    /// <param name="writeVariables">Writes the variables, or null.</param>
    public EngineCall<ProcessInstance> Start(string key, string? tenantId, string? businessKey, Action<VariableWriter>? writeVariables)
    {
        var tenant = tenantId is null ? "" : $"/tenant-id/{RequestCheck.Segment(tenantId)}";
        return StartAt(key, $"key/{RequestCheck.Segment(key)}{tenant}", businessKey, writeVariables);
    }

    /// <summary>Starts an instance of one version of a process.</summary>
    /// <param name="definitionId">The id of the process definition.</param>
    /// <param name="businessKey">The business key, or null.</param>
    /// <param name="writeVariables">Writes the variables, or null.</param>
    public EngineCall<ProcessInstance> StartById(string definitionId, string? businessKey, Action<VariableWriter>? writeVariables) =>
        StartAt(definitionId, RequestCheck.Segment(definitionId), businessKey, writeVariables);

    /// <param name="id">The instance's id.</param>
    public static EngineCall<ProcessInstance> Get(string id) =>
        new("get", "process instance", id, HttpMethod.Get, $"process-instance/{RequestCheck.Segment(id)}", ProcessInstance.Read);

    /// <param name="id">The instance's id.</param>
    /// <param name="skipCustomListeners">Whether the engine runs only its own listeners.</param>
    /// <param name="skipIoMappings">Whether the engine evaluates no output parameters.</param>
    public static EngineCall Delete(string id, bool skipCustomListeners, bool skipIoMappings)
    {
        List<string> flags = [.. skipCustomListeners ? ["skipCustomListeners=true"] : Array.Empty<string>(), .. skipIoMappings ? ["skipIoMappings=true"] : Array.Empty<string>()];
        var query = flags.Count == 0 ? "" : $"?{string.Join('&', flags)}";
        return new("delete", "process instance", id, HttpMethod.Delete, $"process-instance/{RequestCheck.Segment(id)}{query}");
    }

    /// <param name="query">Which instances.</param>
    /// <param name="firstResult">How many to skip.</param>
    /// <param name="maxResults">How many to list.</param>
    public EngineCall<IReadOnlyList<ProcessInstance>> List(ProcessInstanceQuery query, int firstResult, int maxResults) =>
        new("list of process instances", null, null, HttpMethod.Post, $"process-instance?firstResult={firstResult}&maxResults={maxResults}", ProcessInstance.ReadAll)
        {
            Body = QueryBody(query),
        };

    /// <param name="query">Which instances.</param>
    public EngineCall<long> Count(ProcessInstanceQuery query) =>
        new("count of process instances", null, null, HttpMethod.Post, "process-instance/count", JsonAnswers.Count) { Body = QueryBody(query) };

    private EngineCall<ProcessInstance> StartAt(string process, string path, string? businessKey, Action<VariableWriter>? writeVariables) =>
        new("start", "process", process, HttpMethod.Post, $"process-definition/{path}/start", ProcessInstance.Read)
        {
            Remedy = RemedyOfStart,
            Body = RequestBuffer.OfObject(
                (businessKey, writeVariables, dateFormat),
                static (body, given) =>
                {
                    if (given.businessKey is { } key)
                    {
                        body.Json.WriteString("businessKey"u8, key);
                    }

                    body.WriteMap("variables"u8, given.writeVariables, given.dateFormat);
                }),
        };

    private static string? RemedyOfStart(EngineError error) => error switch
    {
        { IsAmbiguous: true } => "The engine may have started an instance. Look for it by its business key before you start it again.",
        { Status: 404, IsFromEngine: true } or { Status: 500, IsFromEngine: true } when IsUnknownDefinition(error) =>
            "Deploy a model with this process, or correct the key or id. For a process of a tenant, pass the tenant's id.",
        _ => null,
    };

    private static bool IsUnknownDefinition(EngineError error) =>
        error.Message.Contains("No matching process definition", StringComparison.Ordinal)
        || error.Message.Contains("no deployed process definition found", StringComparison.Ordinal)
        || error.Message.Contains("No matching definition", StringComparison.Ordinal);

    private RequestBuffer QueryBody(ProcessInstanceQuery query) =>
        RequestBuffer.OfObject((query, dateFormat), static (body, given) => given.query.WriteTo(new MemberWriter(body.Json, given.dateFormat)));
}
