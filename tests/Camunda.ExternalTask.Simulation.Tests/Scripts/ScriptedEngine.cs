using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Camunda.ExternalTask.Protocol;

namespace Camunda.ExternalTask.Simulation.Scripts;

/// <summary>Plays a script in an engine with a REST API.</summary>
/// <param name="http">The way to the engine; its base address ends with a slash.</param>
/// <param name="key">The key of the script's process, which is also its topic.</param>
/// <param name="now">The engine's time.</param>
/// <param name="advance">Moves the engine's time.</param>
/// <param name="settle">Waits until the engine has answered the polls that it can answer.</param>
internal sealed class ScriptedEngine(HttpClient http, string key, Func<DateTimeOffset> now, Func<TimeSpan, Task> advance, Func<Task> settle) : IDisposable
{
    private const int PollTimeout = 25 * 60 * 1000;

    private readonly List<(string Instance, string Task)> _tasks = [];
    private readonly Queue<CancellationTokenSource> _polls = [];
    private bool _hasPolled;
    private string _deployment = "";

    public async Task DeployAsync()
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(key), "deployment-name" },
            {
                new StringContent($"""
                    <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="scripts">
                      <process id="{key}" isExecutable="true" camunda:historyTimeToLive="1">
                        <startEvent id="start"/><sequenceFlow id="f1" sourceRef="start" targetRef="task"/>
                        <serviceTask id="task" camunda:type="external" camunda:topic="{key}"/><sequenceFlow id="f2" sourceRef="task" targetRef="end"/><endEvent id="end"/>
                      </process>
                    </definitions>
                    """), "script.bpmn", "script.bpmn"
            },
        };
        using var response = await http.PostAsync("deployment/create", form);
        _deployment = (await ReadAsync(response)).GetProperty("id").GetString()!;
    }

    public Task<HttpResponseMessage> DeleteAsync() => http.DeleteAsync($"deployment/{_deployment}?cascade=true");

    /// <summary>Plays a step.</summary>
    /// <returns>The error; null if the engine accepts the call.</returns>
    public async Task<EngineError?> PlayAsync(ScriptStep step)
    {
        var error = await SendAsync(step);
        if (_hasPolled && MayAnswerPolls(step.Kind))
        {
            await settle();
        }

        return error;
    }

    public async Task<IReadOnlyDictionary<int, TaskState>> StatesAsync()
    {
        using var response = await http.GetAsync($"external-task?processDefinitionKey={key}");
        var states = new Dictionary<int, TaskState>();
        foreach (var task in (await ReadAsync(response)).EnumerateArray())
        {
            var id = task.GetProperty("id").GetString();
            var locked = task.GetProperty("lockExpirationTime");
            var until = locked.ValueKind == JsonValueKind.Null ? DateTimeOffset.MinValue
                : DateTimeOffset.ParseExact(locked.GetString()!, "yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture);
            var worker = task.GetProperty("workerId").GetString();
            var retries = task.GetProperty("retries");
            states.Add(
                _tasks.FindIndex(known => known.Task == id),
                new(worker, worker is not null && until > now(), retries.ValueKind == JsonValueKind.Null ? null : retries.GetInt32(), task.GetProperty("suspended").GetBoolean()));
        }

        return states;
    }

    public void Dispose()
    {
        foreach (var poll in _polls)
        {
            poll.Cancel();
            poll.Dispose();
        }
    }

    private static bool MayAnswerPolls(StepKind kind) => kind is not (StepKind.Advance or StepKind.ExtendLock or StepKind.Fetch or StepKind.Lock);

    private async Task<EngineError?> SendAsync(ScriptStep step)
    {
        var duration = (long)step.Duration.TotalMilliseconds;
        switch (step.Kind)
        {
            case StepKind.Create:
                await CreateAsync();
                return null;
            case StepKind.Fetch:
                return await PostAsync("external-task/fetchAndLock", Fetch(step, duration, 0));
            case StepKind.Poll:
                Poll(step, duration);
                return null;
            case StepKind.AbandonPoll:
                await AbandonAsync();
                return null;
            case StepKind.Advance:
                await advance(step.Duration);
                return null;
            case StepKind.Suspend or StepKind.Activate:
                return await PutAsync($"process-instance/{_tasks[step.Task].Instance}/suspended", new { suspended = step.Kind == StepKind.Suspend });
            case StepKind.SetRetries:
                return await PutAsync($"external-task/{_tasks[step.Task].Task}/retries", new { retries = step.Count });
            default:
                return await PostAsync($"external-task/{_tasks[step.Task].Task}/{PathOf(step.Kind)}", BodyOf(step, duration));
        }
    }

    private static string PathOf(StepKind kind) => kind switch
    {
        StepKind.Complete => "complete",
        StepKind.BpmnError => "bpmnError",
        StepKind.Fail => "failure",
        StepKind.Unlock => "unlock",
        StepKind.ExtendLock => "extendLock",
        _ => "lock",
    };

    private static object BodyOf(ScriptStep step, long duration) => step.Kind switch
    {
        StepKind.Complete => new { workerId = step.Worker },
        StepKind.BpmnError => new { workerId = step.Worker, errorCode = "nobody catches it" },
        StepKind.Fail => new { workerId = step.Worker, errorMessage = "failed", retries = step.Count, retryTimeout = duration },
        StepKind.Unlock => new { },
        StepKind.ExtendLock => new { workerId = step.Worker, newDuration = duration },
        _ => new { workerId = step.Worker, lockDuration = duration },
    };

    private object Fetch(ScriptStep step, long duration, int timeout) => new
    {
        workerId = step.Worker,
        maxTasks = step.Count,
        asyncResponseTimeout = timeout,
        topics = new[] { new { topicName = key, lockDuration = duration } },
    };

    private async Task CreateAsync()
    {
        using var response = await http.PostAsync($"process-definition/key/{key}/start", JsonContent.Create(new { }));
        var instance = (await ReadAsync(response)).GetProperty("id").GetString()!;
        using var list = await http.GetAsync($"external-task?processInstanceId={instance}");
        _tasks.Add((instance, (await ReadAsync(list))[0].GetProperty("id").GetString()!));
    }

    private void Poll(ScriptStep step, long duration)
    {
        var client = new CancellationTokenSource();
        _polls.Enqueue(client);
        _hasPolled = true;
        _ = http.PostAsync("external-task/fetchAndLock", JsonContent.Create(Fetch(step, duration, PollTimeout)), client.Token)
            .ContinueWith(static poll => { if (poll.IsCompletedSuccessfully) { poll.Result.Dispose(); } }, TaskScheduler.Default);
    }

    private async Task AbandonAsync()
    {
        if (_polls.TryDequeue(out var client))
        {
            await client.CancelAsync();
            client.Dispose();
        }
    }

    private async Task<EngineError?> PostAsync(string path, object body) => await ErrorAsync(await http.PostAsync(path, JsonContent.Create(body)));

    private async Task<EngineError?> PutAsync(string path, object body) => await ErrorAsync(await http.PutAsync(path, JsonContent.Create(body)));

    private static async Task<EngineError?> ErrorAsync(HttpResponseMessage response)
    {
        using (response)
        {
            if (response.IsSuccessStatusCode)
            {
                return null;
            }

            var error = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
            return new((int)response.StatusCode, error.GetProperty("message").GetString()!) { Type = error.GetProperty("type").GetString() };
        }
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        return JsonDocument.Parse(text).RootElement;
    }
}
