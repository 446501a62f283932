using System.Globalization;
using Camunda.ExternalTask.Testing.Expressions;
using Camunda.ExternalTask.Testing.Flavors;
using Camunda.ExternalTask.Testing.Processes;
using Camunda.ExternalTask.Testing.State;
using Camunda.ExternalTask.Testing.Values;

namespace Camunda.ExternalTask.Testing.Interpreter;

/// <summary>Starts instances, also those of call activities.</summary>
internal sealed partial class ProcessInterpreter
{
    /// <summary>Creates an instance that has not started yet.</summary>
    public ProcessInstance Create(ProcessDefinition definition, string? businessKey, Execution? caller = null)
    {
        var instance = new ProcessInstance(_state.Ids.Next(), definition, businessKey, _state.Now, caller);
        _tree.Begin(instance);
        return instance;
    }

    /// <summary>Starts an instance at the start event without a definition.</summary>
    public void Start(ProcessInstance instance)
    {
        StartAt(instance, StartOf(instance.Definition));
        Run();
    }

    /// <summary>Starts an instance at an event that has occurred.</summary>
    public void Start(ProcessInstance instance, ProcessNode start)
    {
        StartAt(instance, start);
        Run();
    }

    private static ProcessNode StartOf(ProcessDefinition definition) => definition.Graph.Body.Start
        ?? throw EngineErrors.Failed(
            $"Process definition with key '{definition.Key}' and version {definition.Version} has no default start activity (e.g. none start event), "
            + "hence you cannot use 'startProcessInstanceBy...' but have to start it using one of the modeled start events (e.g. message start events).");

    private void StartAt(ProcessInstance instance, ProcessNode start)
    {
        instance.StartActivityId = start.Id;
        _tree.SetTokens(instance.Root, 1);
        AwaitEventSubprocesses(instance.Root, instance.Definition.Graph.Body);
        if (start.Initiator is { } initiator && !instance.Root.Variables.ContainsKey(initiator))
        {
            _variables.SetLocal(instance.Root, initiator, EngineValue.Null);
        }

        if (Notify(instance.Root, instance.Definition.Graph.Listeners, "start"))
        {
            Push(instance.Root, start);
        }
    }

    private void Call(Execution execution, ProcessNode node)
    {
        var call = node.Call!;
        var evaluator = _expressions.In(execution);
        var definition = Find(execution, call, evaluator);
        var businessKey = call.BusinessKey is { } key ? ExpressionTexts.Show(evaluator.Evaluate(key)) : null;
        var instance = Create(definition, businessKey, execution);
        execution.Activity!.CalledInstanceId = instance.Id;
        _tree.SetCalled(execution, instance);
        foreach (var mapping in call.In)
        {
            Map(mapping, execution, instance.Root);
        }

        StartAt(instance, StartOf(definition));
    }

    /// <summary>Continues behind a call activity whose instance has ended.</summary>
    private void Return(Execution caller, ProcessInstance called)
    {
        foreach (var mapping in caller.Node!.Call!.Out)
        {
            Map(mapping, called.Root, caller);
        }

        _tree.SetCalled(caller, null);
        Complete(caller);
    }

    private void Map(CallMapping mapping, Execution from, Execution to)
    {
        if (mapping.IsAll)
        {
            foreach (var variable in from.VisibleVariables(mapping.IsLocal).ToList())
            {
                _variables.Set(to, variable.Name, variable.Value);
            }
        }
        else if (mapping.Target is { } target)
        {
            var value = mapping.Expression is { } expression
                ? ExpressionValues.ToEngine(_expressions.In(from).Evaluate(expression))
                : from.VisibleVariables().FirstOrDefault(variable => variable.Name == mapping.Source)?.Value ?? EngineValue.Null;
            if (mapping.IsLocal && to.Node is not null)
            {
                _variables.SetLocal(to, target, value);
            }
            else
            {
                _variables.Set(to, target, value);
            }
        }
    }

    private ProcessDefinition Find(Execution execution, CallDefinition call, ExpressionEvaluator evaluator)
    {
        var key = ExpressionTexts.Show(evaluator.Evaluate(call.Element));
        var caller = execution.Instance.Definition;
        var tenant = call.TenantId is { } expression ? ExpressionTexts.Show(evaluator.Evaluate(expression)) : caller.TenantId;
        var version = call.Version is { } text ? ExpressionTexts.Show(evaluator.Evaluate(text)) : null;
        var found = _state.Definitions.Values.Where(definition => definition.Key == key && definition.TenantId == tenant && call.Binding switch
        {
            "deployment" => definition.DeploymentId == caller.DeploymentId,
            "version" => definition.Version.ToString(CultureInfo.InvariantCulture) == version,
            "versionTag" => definition.VersionTag == version,
            _ => true,
        }).MaxBy(static definition => definition.Version);
        var suffix = tenant is null ? " and no tenant-id" : $" and tenant-id '{tenant}'";
        return found ?? throw EngineErrors.NotFoundWhileRunning(call.Binding switch
        {
            "deployment" => $"no processes deployed with key = '{key}' in deployment = '{caller.DeploymentId}'{suffix}: processDefinition is null",
            "version" => $"no processes deployed with key = '{key}', version = '{version}'{suffix}: processDefinition is null",
            "versionTag" => $"no processes deployed with key = '{key}', versionTag = '{version}'{suffix}: processDefinition is null",
            _ => $"no processes deployed with key '{key}'{(tenant is null ? "" : $" for tenant-id '{tenant}'")}: processDefinition is null",
        });
    }
}
