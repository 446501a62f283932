namespace Camunda.ExternalTask.Testing;

public sealed partial class InMemoryEngine
{
    /// <summary>Deploys models.</summary>
    /// <param name="models">The texts of <c>.bpmn</c> files, deployed together.</param>
    /// <returns>The ids of the process definitions.</returns>
    /// <exception cref="EngineRequestException">A model is broken, or has an element that the engine in memory does not execute; it is named with
    /// its line.</exception>
    public IReadOnlyList<string> Deploy(params ReadOnlySpan<string> models)
    {
        var resources = new Dictionary<string, string>();
        foreach (var model in models)
        {
            resources.Add($"model-{resources.Count + 1}.bpmn", model);
        }

        return _core.Write<IReadOnlyList<string>>(work =>
            [.. DeploymentOperations.Deploy(work, "direct", null, resources).Definitions.Select(static definition => definition.Id)]);
    }

    /// <summary>Starts an instance of the latest version of a process and takes it to its first wait states.</summary>
    /// <param name="key">The process's id in the model.</param>
    /// <param name="variables">Names and values; a value is anything <see cref="EngineVariable.Of"/> takes.</param>
    /// <param name="businessKey">The instance's business key.</param>
    /// <returns>The instance's id.</returns>
    /// <exception cref="EngineRequestException">There is no such process, or an expression on the way failed.</exception>
    public string Start(string key, IReadOnlyDictionary<string, object?>? variables = null, string? businessKey = null)
    {
        var values = variables?.Select(static variable => (variable.Key, EngineVariable.Of(variable.Value).ToEngineValue())).ToList();
        return _core.Write(work =>
        {
            var definition = DeploymentOperations.Latest(work.State, key, null)
                ?? throw EngineErrors.Invalid($"No matching process definition with key: {key}", System.Net.HttpStatusCode.NotFound);
            return InstanceOperations.Start(work, definition, businessKey, values).Id;
        });
    }

    /// <summary>Running instances, in the order they were started.</summary>
    public IReadOnlyList<ProcessInstanceInfo> RunningInstances => _core.Read<IReadOnlyList<ProcessInstanceInfo>>(static state =>
        [.. state.Instances.Values.Select(EngineInfos.Of)]);

    /// <summary>Open incidents.</summary>
    public IReadOnlyList<IncidentInfo> Incidents => _core.Read<IReadOnlyList<IncidentInfo>>(static state =>
        [.. state.Incidents.Values.Select(EngineInfos.Of)]);

    /// <summary>Tasks that wait, locked ones included, in the order they were created.</summary>
    public IReadOnlyList<ExternalTaskInfo> ExternalTasks => _core.Read<IReadOnlyList<ExternalTaskInfo>>(static state =>
        [.. state.Tasks.Values.Select(EngineInfos.Of)]);

    /// <summary>An instance, running or ended; null where there is none.</summary>
    public ProcessInstanceInfo? FindInstance(string id) => _core.Read(state => Find(state, id) is { } instance ? EngineInfos.Of(instance) : null);

    /// <summary>What an instance has reached so far, in order; nothing where the engine keeps no history.</summary>
    public IReadOnlyList<ActivityInfo> Activities(string processInstanceId) => _core.Read<IReadOnlyList<ActivityInfo>>(state =>
        [.. (Find(state, processInstanceId)?.Activities ?? []).Select(EngineInfos.Of)]);

    /// <summary>The ids of the end events an instance has reached.</summary>
    public IReadOnlyList<string> EndEvents(string processInstanceId) =>
        [.. Activities(processInstanceId).Where(static activity => activity.IsEndEvent).Select(static activity => activity.ActivityId)];

    /// <summary>An instance's variables, local ones left out; the last values if it has ended.</summary>
    public IReadOnlyDictionary<string, EngineVariable> Variables(string processInstanceId) =>
        _core.Read<IReadOnlyDictionary<string, EngineVariable>>(state => (Find(state, processInstanceId)?.Root.Variables ?? [])
            .ToDictionary(static variable => variable.Key, static variable => EngineVariable.From(variable.Value.Value)));

    private static ProcessInstance? Find(EngineState state, string id) =>
        state.Instances.TryGetValue(id, out var running) ? running : state.Ended.TryGetValue(id, out var ended) ? ended : null;
}
