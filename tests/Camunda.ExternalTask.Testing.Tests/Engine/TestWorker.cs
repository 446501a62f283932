using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Camunda.ExternalTask.Testing.Tests.Engine;

/// <summary>A worker's calls, as plain as can be.</summary>
internal sealed class TestWorker(InMemoryEngine engine, string id = "w") : IDisposable
{
    private readonly HttpClient _http = new(engine.CreateHandler()) { BaseAddress = InMemoryEngine.BaseAddress };

    public HttpClient Http => _http;

    public async Task<JsonElement> FetchOneAsync(string topic, long lockDuration = 60_000) => Assert.Single(await FetchAsync(topic, 1, lockDuration));

    public Task<IReadOnlyList<JsonElement>> FetchAsync(string topic, int maxTasks = 10, long lockDuration = 60_000, long wait = 0) => FetchAsync(new
    {
        workerId = id,
        maxTasks,
        asyncResponseTimeout = wait,
        topics = new[] { new { topicName = topic, lockDuration } },
    });

    public async Task<IReadOnlyList<JsonElement>> FetchAsync(object request, CancellationToken cancellationToken = default)
    {
        using var response = await _http.PostAsJsonAsync("external-task/fetchAndLock", request, cancellationToken);
        response.EnsureSuccessStatusCode();
        return [.. (await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken)).EnumerateArray()];
    }

    public Task<HttpStatusCode> CompleteAsync(JsonElement task, object variables) => PostAsync(task, "complete", new { workerId = id, variables });

    public Task<HttpStatusCode> FailAsync(JsonElement task, int? retries, long retryTimeout = 0, string? message = null) =>
        PostAsync(task, "failure", new { workerId = id, retries, retryTimeout, errorMessage = message });

    public Task<HttpStatusCode> ThrowAsync(JsonElement task, string errorCode) => PostAsync(task, "bpmnError", new { workerId = id, errorCode });

    public async Task<HttpStatusCode> PostAsync(JsonElement task, string call, object body)
    {
        using var response = await _http.PostAsJsonAsync($"external-task/{task.GetProperty("id").GetString()}/{call}", body);
        return response.StatusCode;
    }

    public void Dispose() => _http.Dispose();
}
