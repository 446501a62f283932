using Camunda.ExternalTask.Testing.Flavors;
using Camunda.ExternalTask.Testing.Hosting;
using Camunda.ExternalTask.Testing.Operations;

namespace Camunda.ExternalTask.Testing;

public sealed partial class InMemoryEngine
{
    /// <summary>Deploys models together.</summary>
    /// <param name="models">The contents of <c>.bpmn</c> files.</param>
    /// <returns>The ids of the new process definitions.</returns>
    /// <exception cref="EngineRequestException">
    /// A model is malformed or contains an element that the engine does not support. The message names the element and its line.
    /// </exception>
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

    /// <summary>Starts an instance of the latest version of a process and runs it to its first wait states.</summary>
    /// <param name="key">The process's id in the model.</param>
    /// <param name="variables">Variables by name, with values that <see cref="EngineVariable.Of"/> accepts.</param>
    /// <param name="businessKey">The instance's business key.</param>
    /// <returns>The instance's id.</returns>
    /// <exception cref="EngineRequestException">No process has this key, or an expression failed.</exception>
    /// <exception cref="ArgumentException">The engine has no variable type for a value.</exception>
    public string Start(string key, IReadOnlyDictionary<string, object?>? variables = null, string? businessKey = null)
    {
        var values = ValuesOf(variables);
        return _core.Write(work =>
        {
            var definition = DeploymentOperations.Latest(work.State, key, null)
                ?? throw EngineErrors.NotFound($"No matching process definition with key: {key}");
            return InstanceOperations.Start(work, definition, businessKey, values).Id;
        });
    }

    /// <summary>The running instances, in order of their start.</summary>
    public IReadOnlyList<ProcessInstanceInfo> RunningInstances => _core.Read<IReadOnlyList<ProcessInstanceInfo>>(static state =>
        [.. state.Instances.Values.Select(EngineInfos.Of)]);

    /// <summary>The open incidents.</summary>
    public IReadOnlyList<IncidentInfo> Incidents => _core.Read<IReadOnlyList<IncidentInfo>>(static state =>
        [.. state.Incidents.Values.Select(EngineInfos.Of)]);

    /// <summary>The waiting tasks, including locked ones, in order of their creation.</summary>
    public IReadOnlyList<ExternalTaskInfo> ExternalTasks => _core.Read<IReadOnlyList<ExternalTaskInfo>>(static state =>
        [.. state.Tasks.Values.Select(EngineInfos.Of)]);

    /// <summary>Finds a running or ended instance.</summary>
    /// <param name="id">The instance's id.</param>
    /// <returns>The instance, or null if there is none.</returns>
    public ProcessInstanceInfo? FindInstance(string id) =>
        _core.Read(state => state.FindInstance(id) is { } instance ? EngineInfos.Of(instance) : null);

    /// <summary>The activities, events and gateways that an instance has reached, in order; empty if the engine keeps no history.</summary>
    public IReadOnlyList<ActivityInfo> Activities(string processInstanceId) => _core.Read<IReadOnlyList<ActivityInfo>>(state =>
        [.. (state.FindInstance(processInstanceId)?.Activities ?? []).Select(EngineInfos.Of)]);

    /// <summary>The ids of the end events that an instance has reached.</summary>
    public IReadOnlyList<string> EndEvents(string processInstanceId) =>
        [.. Activities(processInstanceId).Where(static activity => activity.IsEndEvent).Select(static activity => activity.ActivityId)];

    /// <summary>An instance's variables without local ones. For an ended instance, these are the last values.</summary>
    public IReadOnlyDictionary<string, EngineVariable> Variables(string processInstanceId) =>
        _core.Read<IReadOnlyDictionary<string, EngineVariable>>(state => (state.FindInstance(processInstanceId)?.Root.Variables ?? [])
            .ToDictionary(static variable => variable.Key, static variable => EngineVariable.From(variable.Value.Value)));
}
