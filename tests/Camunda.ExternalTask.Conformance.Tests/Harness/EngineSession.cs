using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Camunda.ExternalTask.Testing;
using Camunda.ExternalTask.Tests.Engines;
using Microsoft.Extensions.Time.Testing;

namespace Camunda.ExternalTask.Conformance.Tests;

/// <summary>
/// One case's way to one engine. In everything it sends and expects, <c>~</c> stands for a text of its own, so that cases share an engine.
/// </summary>
public sealed class EngineSession : IAsyncDisposable
{
    private static readonly Dictionary<Uri, TimeSpan> Offsets = [];
    private static int _sessions;

    private readonly HttpClient _http;
    private readonly InMemoryEngine? _memory;
    private readonly FakeTimeProvider? _time;
    private readonly Uri? _clock;
    private readonly bool _isRemote;
    private readonly List<string> _deployments = [];

    private EngineSession(EngineFlavor flavor, HttpClient http, InMemoryEngine? memory, FakeTimeProvider? time, Uri? clock, bool isRemote)
    {
        Flavor = flavor;
        _http = http;
        _memory = memory;
        _time = time;
        _clock = clock;
        _isRemote = isRemote;
        Suffix = string.Create(CultureInfo.InvariantCulture, $"-{Environment.ProcessId}-{Interlocked.Increment(ref _sessions)}");
    }

    public EngineFlavor Flavor { get; }

    public string Suffix { get; }

    public bool IsMemory => _memory is not null;

    /// <summary>The engine's REST address.</summary>
    public Uri Address => _http.BaseAddress!;

    /// <summary>The clock a client of this engine lives by: that of an engine in memory stands still.</summary>
    public TimeProvider Time => (TimeProvider?)_time ?? TimeProvider.System;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>An engine in memory with a date format of its own.</summary>
    public static Task<EngineSession> OpenMemoryAsync(string dateFormat) => OpenMemoryAsync(EngineUnderTest.Memory, dateFormat);

    public static async Task<EngineSession> OpenAsync(EngineUnderTest engine)
    {
        switch (engine)
        {
            case EngineUnderTest.Camunda724 or EngineUnderTest.Camunda717 or EngineUnderTest.Operaton10:
                var flavor = Enum.Parse<EngineFlavor>(engine.ToString());
                var real = await RealEngine.FindOrSkipAsync(flavor);
                return new(flavor, Client(new HttpClientHandler(), real.BaseAddress), null, null, real.Clock, isRemote: true);
            default:
                return await OpenMemoryAsync(engine);
        }
    }

    /// <summary>Deploys a model; it is deleted with all that hangs on it when the session ends.</summary>
    public async Task DeployAsync(string model, string? tenantId = null)
    {
        using var client = Engine();
        var resources = new[] { KeyValuePair.Create("case.bpmn", Own(model)) };
        _deployments.Add((await client.DeployAsync("case" + Suffix, resources, tenantId, cancellationToken: Cancellation)).Id);
    }

    /// <summary>Deploys under the last deployment's name, but only what is new.</summary>
    public async Task<DeploymentInfo> DeployAgainAsync(string model)
    {
        using var client = Engine();
        return await client.DeployAsync("case" + Suffix, [KeyValuePair.Create("case.bpmn", Own(model))], onlyIfChanged: true, cancellationToken: Cancellation);
    }

    /// <summary>Starts an instance; the body is the engine's.</summary>
    public async Task<string> StartAsync(string key, string body = "{}")
    {
        var answer = await PostAsync($"process-definition/key/{key}/start", body);
        answer.Is(200);
        return answer.Json.GetProperty("id").GetString()!;
    }

    /// <summary>Fetches the one task there is, for a worker <c>w</c> and a minute.</summary>
    public async Task<JsonElement> FetchOneAsync(string topic, string worker = "w", string more = "", long lockDuration = 60_000)
    {
        var answer = await FetchAsync(topic, worker, more, lockDuration);
        return Assert.Single(answer.Json.EnumerateArray());
    }

    public async Task<Answer> FetchAsync(string topic, string worker = "w", string more = "", long lockDuration = 60_000, int maxTasks = 10)
    {
        var duration = lockDuration.ToString(CultureInfo.InvariantCulture);
        var answer = await PostAsync(
            "external-task/fetchAndLock",
            $$"""{"workerId":"{{worker}}","maxTasks":{{maxTasks}},"topics":[{"topicName":"{{topic}}","lockDuration":{{duration}}{{more}}}]}""");
        return answer.Is(200);
    }

    /// <summary>The model with one task whose topic is the process's key, started and fetched.</summary>
    public async Task<JsonElement> TaskAsync(string variables = "{}", string extensions = "")
    {
        await DeployAsync(Bpmn.OneTask("one~", extensions));
        await StartAsync("one~", $$"""{"variables":{{variables}},"businessKey":"bk"}""");
        return await FetchOneAsync("one~");
    }

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    public Task<Answer> PostAsync(string path, string? json) => SendAsync(HttpMethod.Post, path, json);

    public Task<Answer> PutAsync(string path, string json) => SendAsync(HttpMethod.Put, path, json);

    public Task<Answer> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path, null);

    public Task<Answer> SendAsync(HttpMethod method, string path, string? body, string mediaType = "application/json", CancellationToken? cancellation = null)
    {
        var content = body is null ? null : new ByteArrayContent(Encoding.UTF8.GetBytes(Own(body)));
        content?.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        return SendAsync(method, path, content, cancellation ?? Cancellation);
    }

    /// <summary>Posts a multipart form of text fields.</summary>
    public Task<Answer> UploadAsync(string path, params ReadOnlySpan<(string Name, string Text)> fields)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, text) in fields)
        {
            form.Add(new StringContent(text), name);
        }

        return SendAsync(HttpMethod.Post, path, form, Cancellation);
    }

    /// <summary>A way of its own to the engine, for a client under test.</summary>
    public HttpMessageHandler CreateHandler() => _memory is not null && !_isRemote
        ? _memory.CreateHandler()
        : new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };

    /// <summary>Lets a moment pass on the engine's clock.</summary>
    public async Task PassAsync()
    {
        _time?.Advance(TimeSpan.FromMilliseconds(50));
        await Task.Delay(TimeSpan.FromMilliseconds(_time is null ? 30 : 2), Cancellation);
    }

    /// <summary>Moves the engine's clock ahead; skips where it cannot be moved.</summary>
    public async Task AdvanceAsync(TimeSpan time)
    {
        if (_time is not null)
        {
            _time.Advance(time);
            return;
        }

        Assert.SkipWhen(_clock is null, "This engine's clock cannot be moved.");
        TimeSpan offset;
        lock (Offsets)
        {
            offset = Offsets[_clock!] = Offsets.GetValueOrDefault(_clock!) + time;
        }

        using var response = await _http.PostAsync(new Uri(_clock!, System.Xml.XmlConvert.ToString(offset)), null, Cancellation);
        Assert.True(response.IsSuccessStatusCode);
    }

    /// <summary>Lets the engine's clock show another millisecond, for what is ordered by time.</summary>
    public async Task TickAsync()
    {
        _time?.Advance(TimeSpan.FromMilliseconds(5));
        if (_time is null)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), Cancellation);
        }
    }

    /// <summary>Lets a long poll that waits have its time: a real engine's passes by itself, a clock of ours does not.</summary>
    public async Task<Answer> OutlastAsync(Task<Answer> poll, TimeSpan timeout)
    {
        _time?.Advance(timeout);
        return await poll;
    }

    /// <summary>
    /// Gives a request that is not answered yet the time to reach an engine on the other side of a connection; nothing shows when it has.
    /// </summary>
    public Task ArriveAsync() => _isRemote ? Task.Delay(TimeSpan.FromMilliseconds(300), Cancellation) : Task.CompletedTask;

    /// <summary>Asks again until the answer is as wished; for what a real engine does a moment later.</summary>
    public async Task<Answer> EventuallyAsync(string path, Func<Answer, bool> condition)
    {
        for (var tries = 0; ; tries++)
        {
            var answer = await GetAsync(path);
            if (condition(answer) || tries == 100)
            {
                return answer;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), Cancellation);
        }
    }

    /// <summary>The activities that an instance has reached, as sorted lines of id and type; an asterisk marks the canceled ones.</summary>
    public async Task<string> ActivitiesAsync(string instance) => string.Join(' ', (await GetAsync($"history/activity-instance?processInstanceId={instance}")).Is(200).Json
        .EnumerateArray()
        .Select(static activity => $"{activity.GetProperty("activityId").GetString()}:{activity.GetProperty("activityType").GetString()}"
            + (activity.GetProperty("canceled").GetBoolean() ? "*" : activity.GetProperty("endTime").ValueKind == JsonValueKind.Null ? "?" : ""))
        .Order(StringComparer.Ordinal));

    /// <summary>Completes the one user task of an instance.</summary>
    public async Task CompleteUserTaskAsync(string instance, string activity, string body = "{}")
    {
        var task = Assert.Single((await GetAsync($"task?processInstanceId={instance}&taskDefinitionKey={activity}")).Is(200).Json.EnumerateArray());
        (await PostAsync($"task/{task.GetProperty("id").GetString()}/complete", body)).IsNoContent();
    }

    /// <summary>Performs the one job of an instance, due or not, unless the engine has already done so.</summary>
    public async Task ExecuteJobAsync(string instance)
    {
        var job = Assert.Single((await GetAsync($"job?processInstanceId={instance}")).Is(200).Json.EnumerateArray());
        (await PostAsync($"job/{job.GetProperty("id").GetString()}/execute", "")).IsNoContent();
    }

    public string Own(string text) => text.Replace("~", Suffix, StringComparison.Ordinal);

    public async ValueTask DisposeAsync()
    {
        if (_memory is null)
        {
            using var client = Engine();
            foreach (var deployment in _deployments)
            {
                await client.DeleteDeploymentAsync(deployment, cancellationToken: CancellationToken.None);
            }
        }
        else
        {
            await _memory.DisposeAsync();
        }

        _http.Dispose();
    }

    private static async Task<EngineSession> OpenMemoryAsync(EngineUnderTest engine, string? dateFormat = null)
    {
        var flavor = engine switch
        {
            EngineUnderTest.MemoryAsCamunda717 => EngineFlavor.Camunda717,
            EngineUnderTest.MemoryAsOperaton10 => EngineFlavor.Operaton10,
            _ => EngineFlavor.Camunda724,
        };
        var time = new FakeTimeProvider(new(2026, 11, 24, 2, 37, 13, 134, TimeSpan.Zero));
        var options = new InMemoryEngineOptions { TimeProvider = time, Flavor = flavor };
        var memory = new InMemoryEngine(dateFormat is null ? options : options with { DateFormat = dateFormat });
        var http = engine == EngineUnderTest.MemoryOnPort
            ? Client(new HttpClientHandler(), await memory.ListenAsync(cancellationToken: Cancellation))
            : Client(memory.CreateHandler(), InMemoryEngine.BaseAddress);
        return new(flavor, http, memory, time, null, isRemote: engine == EngineUnderTest.MemoryOnPort);
    }

    private async Task<Answer> SendAsync(HttpMethod method, string path, HttpContent? content, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, Own(path)) { Content = content };
        using var response = await _http.SendAsync(request, cancellation);
        return new(this, response, await response.Content.ReadAsByteArrayAsync(Cancellation));
    }

    private static HttpClient Client(HttpMessageHandler handler, Uri address) => new(handler)
    {
        BaseAddress = new Uri(address.AbsoluteUri.TrimEnd('/') + "/"),
        Timeout = TimeSpan.FromMinutes(1),
    };

    /// <summary>Shares this session's connection; disposing it would close that.</summary>
    private EngineClient Engine() => new(new HttpClient(new Passing(_http)) { BaseAddress = _http.BaseAddress });

    private sealed class Passing(HttpClient http) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            using var copy = new HttpRequestMessage(request.Method, request.RequestUri) { Content = request.Content };
            return await http.SendAsync(copy, cancellationToken);
        }
    }
}
