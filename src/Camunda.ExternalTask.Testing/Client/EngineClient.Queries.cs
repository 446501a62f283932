using Camunda.ExternalTask.Testing.Client;

namespace Camunda.ExternalTask.Testing;

public sealed partial class EngineClient
{
    /// <summary>How many instances of a process run.</summary>
    /// <param name="key">The process's id in the model; null counts all.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public Task<int> CountRunningAsync(string? key = null, CancellationToken cancellationToken = default) =>
        _transport.CountAsync("process-instance/count" + Query(("processDefinitionKey", key)), cancellationToken);

    /// <summary>An instance, running or ended; null where the engine's history has none.</summary>
    public async Task<ProcessInstanceInfo?> FindInstanceAsync(string id, CancellationToken cancellationToken = default) =>
        await _transport.FindAsync($"history/process-instance/{Escape(id)}", cancellationToken).ConfigureAwait(false) is { } found
            ? EngineResponses.HistoricInstance(found)
            : null;

    /// <summary>Instances from the history, running ones included.</summary>
    /// <param name="key">The process's id in the model.</param>
    /// <param name="businessKey">The business key.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public Task<IReadOnlyList<ProcessInstanceInfo>> GetInstancesAsync(
        string? key = null,
        string? businessKey = null,
        CancellationToken cancellationToken = default) => _transport.ListAsync(
        "history/process-instance" + Query(("processDefinitionKey", key), ("processInstanceBusinessKey", businessKey)),
        EngineResponses.HistoricInstance,
        cancellationToken);

    /// <summary>Looks again and again until an instance has ended.</summary>
    /// <param name="id">The instance's id.</param>
    /// <param name="cancellationToken">Ends the waiting; give one with a time limit.</param>
    public async Task<ProcessInstanceInfo> WaitUntilEndedAsync(string id, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await FindInstanceAsync(id, cancellationToken).ConfigureAwait(false) is { Ended: not null } ended)
            {
                return ended;
            }

            await Task.Delay(_pause, _time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Looks again and again until no more than so many instances of a process run.</summary>
    /// <param name="key">The process's id in the model; null means all.</param>
    /// <param name="count">How many may still run.</param>
    /// <param name="cancellationToken">Ends the waiting; give one with a time limit.</param>
    public async Task WaitUntilRunningAsync(string? key, int count, CancellationToken cancellationToken)
    {
        while (await CountRunningAsync(key, cancellationToken).ConfigureAwait(false) > count)
        {
            await Task.Delay(_pause, _time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>What an instance has reached so far, in no particular order.</summary>
    public Task<IReadOnlyList<ActivityInfo>> GetActivitiesAsync(string processInstanceId, CancellationToken cancellationToken = default) =>
        _transport.ListAsync("history/activity-instance" + Query(("processInstanceId", processInstanceId)), EngineResponses.Activity, cancellationToken);

    /// <summary>The ids of the end events an instance has reached.</summary>
    public async Task<IReadOnlyList<string>> GetEndEventsAsync(string processInstanceId, CancellationToken cancellationToken = default) =>
        [.. (await GetActivitiesAsync(processInstanceId, cancellationToken).ConfigureAwait(false))
            .Where(static activity => activity.IsEndEvent)
            .Select(static activity => activity.ActivityId)];

    /// <summary>Open incidents, of one instance or of all.</summary>
    public Task<IReadOnlyList<IncidentInfo>> GetIncidentsAsync(string? processInstanceId = null, CancellationToken cancellationToken = default) =>
        _transport.ListAsync("incident" + Query(("processInstanceId", processInstanceId)), EngineResponses.Incident, cancellationToken);

    /// <summary>Tasks that wait, locked ones included.</summary>
    /// <param name="topicName">Only of this topic.</param>
    /// <param name="processInstanceId">Only of this instance.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public Task<IReadOnlyList<ExternalTaskInfo>> GetExternalTasksAsync(
        string? topicName = null,
        string? processInstanceId = null,
        CancellationToken cancellationToken = default) => _transport.ListAsync(
        "external-task" + Query(("topicName", topicName), ("processInstanceId", processInstanceId)),
        EngineResponses.Task,
        cancellationToken);

    /// <summary>The variables of a running instance.</summary>
    public async Task<IReadOnlyDictionary<string, EngineVariable>> GetVariablesAsync(string processInstanceId, CancellationToken cancellationToken = default)
    {
        var variables = await _transport.GetAsync($"process-instance/{Escape(processInstanceId)}/variables?deserializeValues=false", cancellationToken)
            .ConfigureAwait(false);
        return variables.EnumerateObject().ToDictionary(static variable => variable.Name, static variable => EngineVariable.Read(variable.Value));
    }

    /// <summary>The last values of an instance's variables, running or ended; those local to an activity are left out.</summary>
    public async Task<IReadOnlyDictionary<string, EngineVariable>> GetHistoricVariablesAsync(
        string processInstanceId,
        CancellationToken cancellationToken = default)
    {
        var variables = await _transport.GetAsync(
            "history/variable-instance" + Query(("processInstanceId", processInstanceId), ("deserializeValues", "false")),
            cancellationToken).ConfigureAwait(false);
        return variables.EnumerateArray()
            .Where(variable => EngineResponses.Text(variable, "activityInstanceId") == processInstanceId)
            .ToDictionary(static variable => EngineResponses.Required(variable, "name"), EngineVariable.Read);
    }

    private static string Query(params ReadOnlySpan<(string Name, string? Value)> parameters)
    {
        var query = new System.Text.StringBuilder();
        foreach (var (name, value) in parameters)
        {
            if (value is not null)
            {
                query.Append(query.Length == 0 ? '?' : '&').Append(name).Append('=').Append(Escape(value));
            }
        }

        return query.ToString();
    }
}
