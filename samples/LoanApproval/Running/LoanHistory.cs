using System.Text.Json;

namespace LoanApproval.Running;

/// <summary>Queries the engine for the applications of one deployment.</summary>
internal sealed class LoanHistory(HttpClient engine, string definitionId)
{
    public Task<int> CountEndedAsync(CancellationToken cancellationToken = default) => CountAsync("history/process-instance", "&finished=true", cancellationToken);

    public Task<int> CountIncidentsAsync(CancellationToken cancellationToken = default) => CountAsync("incident", "", cancellationToken);

    public Task<int> CountLockedTasksAsync() => CountAsync("external-task", "&locked=true");

    /// <summary>
    /// Counts locked tasks. The engine also keeps failed tasks locked until their next retry; those are counted separately.
    /// </summary>
    public async Task<(int Held, int Waiting)> CountLocksAsync()
    {
        var locked = await ListAsync("external-task", "&locked=true");
        var waiting = locked.Count(task => task.GetProperty("errorMessage").ValueKind == JsonValueKind.String);
        return (locked.Count - waiting, waiting);
    }

    public Task<int> CountOpenTasksAsync() => CountAsync("external-task", "");

    /// <summary>Counts reported failures. Each failure of a task except the last is followed by a retry.</summary>
    public Task<int> CountFailuresAsync() => CountAsync("history/external-task-log", "&failureLog=true");

    public Task<int> CountVisitsAsync(string activityId) => CountAsync("history/activity-instance", $"&activityId={activityId}");

    /// <summary>Returns the end events that each application reached, by the application's id.</summary>
    public async Task<ILookup<string, string>> GetEndingsAsync()
    {
        var applications = (await ListAsync("history/process-instance", "&finished=true"))
            .ToDictionary(instance => Text(instance, "id"), instance => Text(instance, "businessKey"));
        return (await ListAsync("history/activity-instance", "&activityType=noneEndEvent"))
            .ToLookup(ending => applications.GetValueOrDefault(Text(ending, "processInstanceId"), "(running)"), ending => Text(ending, "activityId"));
    }

    private async Task<int> CountAsync(string resource, string filter, CancellationToken cancellationToken = default) =>
        (await GetAsync($"{resource}/count", filter, cancellationToken)).GetProperty("count").GetInt32();

    private async Task<IReadOnlyList<JsonElement>> ListAsync(string resource, string filter) => [.. (await GetAsync(resource, filter)).EnumerateArray()];

    private async Task<JsonElement> GetAsync(string resource, string filter, CancellationToken cancellationToken = default)
    {
        using var response = await engine.GetAsync(new Uri($"{resource}?processDefinitionId={Uri.EscapeDataString(definitionId)}{filter}", UriKind.Relative), cancellationToken);
        response.EnsureSuccessStatusCode();
        using var document = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync(cancellationToken), cancellationToken: cancellationToken);
        return document.RootElement.Clone();
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
