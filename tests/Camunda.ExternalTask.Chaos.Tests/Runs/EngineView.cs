using System.Text.Json;
using Camunda.ExternalTask.Testing;

namespace Camunda.ExternalTask.Chaos.Runs;

/// <summary>What the engine knows about the instances of a run when no task is left.</summary>
/// <param name="Completed">The instances that have ended with the result of their own task.</param>
/// <param name="Completions">The completions of tasks in the history.</param>
/// <param name="Incidents">The open incidents of the instances. The handler never fails, so each is a fault of the worker.</param>
internal sealed record EngineView(int Completed, int Completions, int Incidents)
{
    public static async Task<EngineView> OfAsync(Uri engine, EngineClient client, string key, CancellationToken cancellationToken)
    {
        var instances = (await client.GetInstancesAsync(key, cancellationToken: cancellationToken)).ToDictionary(instance => instance.Id);
        using var http = new HttpClient();
        using var variables = JsonDocument.Parse(await http.GetStringAsync($"{engine}/history/variable-instance?variableName={key}", cancellationToken));
        using var log = JsonDocument.Parse(await http.GetStringAsync($"{engine}/history/external-task-log/count?successLog=true&topicName={key}", cancellationToken));
        var incidents = await client.GetIncidentsAsync(cancellationToken: cancellationToken);
        return new(
            variables.RootElement.EnumerateArray().Count(variable => IsResult(variable, instances)),
            log.RootElement.GetProperty("count").GetInt32(),
            incidents.Count(incident => instances.ContainsKey(incident.ProcessInstanceId)));
    }

    private static bool IsResult(JsonElement variable, Dictionary<string, ProcessInstanceInfo> instances) =>
        instances.TryGetValue(variable.GetProperty("processInstanceId").GetString()!, out var instance)
        && instance.State == "COMPLETED"
        && variable.GetProperty("value").GetString() == instance.BusinessKey;
}
