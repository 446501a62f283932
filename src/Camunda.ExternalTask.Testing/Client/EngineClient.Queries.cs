using Camunda.ExternalTask.Testing.Client;

namespace Camunda.ExternalTask.Testing;

public sealed partial class EngineClient
{
    /// <summary>Counts the running instances of a process.</summary>
    /// <param name="key">The process's id in the model; null counts the instances of all processes.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public Task<int> CountRunningAsync(string? key = null, CancellationToken cancellationToken = default) =>
        _transport.CountAsync("process-instance/count" + Query(("processDefinitionKey", key)), cancellationToken);

    /// <summary>Finds a running or ended instance in the history; null if there is none.</summary>
    public async Task<ProcessInstanceInfo?> FindInstanceAsync(string id, CancellationToken cancellationToken = default) =>
        await _transport.FindAsync($"history/process-instance/{Escape(id)}", cancellationToken).ConfigureAwait(false) is { } found
            ? EngineResponses.HistoricInstance(found)
            : null;

    /// <summary>Gets running and ended instances from the history.</summary>
    /// <param name="key">The process's id in the model; null for all processes.</param>
    /// <param name="businessKey">The business key; null for all.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public Task<IReadOnlyList<ProcessInstanceInfo>> GetInstancesAsync(
        string? key = null,
        string? businessKey = null,
        CancellationToken cancellationToken = default) => _transport.ListAsync(
        "history/process-instance" + Query(("processDefinitionKey", key), ("processInstanceBusinessKey", businessKey)),
        EngineResponses.HistoricInstance,
        cancellationToken);

    /// <summary>Waits until an instance has ended. The client queries the engine every 50 ms.</summary>
    /// <param name="id">The instance's id.</param>
    /// <param name="cancellationToken">Cancels the wait. Pass a token with a timeout, because this method has none.</param>
    public async Task<ProcessInstanceInfo> WaitUntilEndedAsync(string id, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await FindInstanceAsync(id, cancellationToken).ConfigureAwait(false) is { Ended: not null } ended)
            {
                return ended;
            }

            await Task.Delay(Pause, _time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Waits until at most a number of instances of a process are running. The client queries the engine every 50 ms.</summary>
    /// <param name="key">The process's id in the model; null for all processes.</param>
    /// <param name="count">The number of instances that may still run.</param>
    /// <param name="cancellationToken">Cancels the wait. Pass a token with a timeout, because this method has none.</param>
    public async Task WaitUntilRunningAsync(string? key, int count, CancellationToken cancellationToken)
    {
        while (await CountRunningAsync(key, cancellationToken).ConfigureAwait(false) > count)
        {
            await Task.Delay(Pause, _time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Gets the activities, events and gateways that an instance has reached, in no particular order.</summary>
    public Task<IReadOnlyList<ActivityInfo>> GetActivitiesAsync(string processInstanceId, CancellationToken cancellationToken = default) =>
        _transport.ListAsync(
            "history/activity-instance" + Query(("processInstanceId", processInstanceId)),
            EngineResponses.Activity,
            cancellationToken);

    /// <summary>Gets the ids of the end events that an instance has reached.</summary>
    public async Task<IReadOnlyList<string>> GetEndEventsAsync(string processInstanceId, CancellationToken cancellationToken = default) =>
        [.. (await GetActivitiesAsync(processInstanceId, cancellationToken).ConfigureAwait(false))
            .Where(static activity => activity.IsEndEvent)
            .Select(static activity => activity.ActivityId)];

    /// <summary>Gets the open incidents of an instance, or of all instances.</summary>
    public Task<IReadOnlyList<IncidentInfo>> GetIncidentsAsync(
        string? processInstanceId = null,
        CancellationToken cancellationToken = default) =>
        _transport.ListAsync("incident" + Query(("processInstanceId", processInstanceId)), EngineResponses.Incident, cancellationToken);

    /// <summary>Gets waiting tasks, including locked ones.</summary>
    /// <param name="topicName">The topic; null for all topics.</param>
    /// <param name="processInstanceId">The instance's id; null for all instances.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public Task<IReadOnlyList<ExternalTaskInfo>> GetExternalTasksAsync(
        string? topicName = null,
        string? processInstanceId = null,
        CancellationToken cancellationToken = default) => _transport.ListAsync(
        "external-task" + Query(("topicName", topicName), ("processInstanceId", processInstanceId)),
        EngineResponses.Task,
        cancellationToken);

    /// <summary>Gets the variables of a running instance.</summary>
    public async Task<IReadOnlyDictionary<string, EngineVariable>> GetVariablesAsync(
        string processInstanceId,
        CancellationToken cancellationToken = default)
    {
        var path = $"process-instance/{Escape(processInstanceId)}/variables?deserializeValues=false";
        var variables = await _transport.GetAsync(path, cancellationToken).ConfigureAwait(false);
        return variables.EnumerateObject()
            .ToDictionary(static variable => variable.Name, static variable => EngineVariable.Read(variable.Value));
    }

    /// <summary>
    /// Gets the latest values of the variables of a running or ended instance, without variables that are local to an activity.
    /// </summary>
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
