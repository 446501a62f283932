using System.Collections.Concurrent;
using Camunda.ExternalTask.Conformance.Tests;
using Microsoft.Extensions.DependencyInjection;
using Model = Camunda.ExternalTask.Conformance.Tests.Bpmn;

namespace Camunda.ExternalTask.Client.Conformance.Tests;

/// <summary>The library in front of one engine: a client, and workers. As everywhere in these projects <c>~</c> is the session's own text.</summary>
internal sealed class ClientSession : IAsyncDisposable
{
    private readonly ConcurrentQueue<SentRequest> _sent = new();
    private readonly List<ExternalTaskWorker> _workers = [];
    private readonly string? _dateFormat;

    private ClientSession(EngineSession engine, string? dateFormat = null)
    {
        Engine = engine;
        _dateFormat = dateFormat;
        Client = NewClient("w1");
    }

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public EngineSession Engine { get; }

    public ExternalTaskClient Client { get; }

    public static async Task<ClientSession> OpenAsync(EngineUnderTest engine) => new(await EngineSession.OpenAsync(engine));

    /// <summary>An engine in memory whose administrator changed the date format, and clients and workers that know.</summary>
    public static async Task<ClientSession> OpenMemoryAsync(string dateFormat) => new(await EngineSession.OpenMemoryAsync(dateFormat), dateFormat);

    public ExternalTaskClient NewClient(string workerId)
    {
        var options = new ExternalTaskClientOptions { BaseAddress = Engine.Address, WorkerId = workerId };
        options.DateFormat = _dateFormat ?? options.DateFormat;
        return new(new HttpClient(NewHandler()) { Timeout = Timeout.InfiniteTimeSpan }, options, Engine.Time);
    }

    /// <summary>What was sent to the end of a path, in order.</summary>
    public IReadOnlyList<SentRequest> Sent(string pathEnd) => [.. _sent.Where(request => request.Path.EndsWith(pathEnd, StringComparison.Ordinal))];

    public SentRequest LastSent(string pathEnd) => Sent(pathEnd)[^1];

    /// <summary>An instance with one task, or of two in a row, fetched.</summary>
    public async Task<FetchedTask> TaskAsync(string variables = "{}", string extensions = "")
    {
        await DeployTwoTasksAsync(extensions);
        await Engine.StartAsync("one~", $$"""{"variables":{{variables}},"businessKey":"bk"}""");
        return await FetchOneAsync("one~");
    }

    /// <summary>Task <c>t</c> of topic <c>one~</c>, then task <c>u</c> of topic <c>two~</c>, which keeps the instance; an error of code NO_STOCK ends in <c>caught</c>.</summary>
    public Task DeployTwoTasksAsync(string extensions = "", string firstTopic = "one~", string secondTopic = "two~") => Engine.DeployAsync(Model.Process(
        "one~",
        $"{Model.Start}{Model.Flow("s", "t")}{Model.Task("t", firstTopic, extensions)}{Model.Flow("t", "u")}{Model.Task("u", secondTopic)}{Model.Flow("u", "e")}{Model.End}"
        + $"{Model.ErrorBoundary("b", "t")}{Model.Flow("b", "v")}{Model.Task("v", "caught~")}{Model.Flow("v", "f")}<endEvent id=\"f\" />"));

    public async Task<FetchedTask> FetchOneAsync(string topic, Func<TopicRequest, TopicRequest>? with = null, TimeSpan? lockDuration = null, ExternalTaskClient? by = null) =>
        Assert.Single(await FetchAsync(topic, with, lockDuration, by));

    public Task<IReadOnlyList<FetchedTask>> FetchAsync(
        string topic, Func<TopicRequest, TopicRequest>? with = null, TimeSpan? lockDuration = null, ExternalTaskClient? by = null)
    {
        var request = new TopicRequest(Engine.Own(topic), lockDuration ?? TimeSpan.FromMinutes(1));
        return (by ?? Client).FetchAndLockAsync(new FetchRequest([with?.Invoke(request) ?? request]), Token);
    }

    /// <summary>Lets time pass until a task of the topic comes.</summary>
    public async Task<FetchedTask> FetchUntilAsync(string topic)
    {
        IReadOnlyList<FetchedTask> tasks = [];
        await UntilAsync(async () => (tasks = await FetchAsync(topic)).Count > 0);
        return Assert.Single(tasks);
    }

    /// <summary>A variable as the engine tells it, compared with an expectation.</summary>
    public async Task HasVariableAsync(FetchedTask task, string name, string json) =>
        (await Engine.GetAsync($"process-instance/{task.ProcessInstanceId}/variables/{name}?deserializeValue=false")).Is(200, json);

    public async Task HasNoVariableAsync(FetchedTask task, string name) =>
        (await Engine.GetAsync($"process-instance/{task.ProcessInstanceId}/variables/{name}?deserializeValue=false")).Is(404);

    public ExternalTaskWorker StartWorker(Action<ExternalTaskWorkerBuilder> build, Action<ExternalTaskWorkerOptions>? configure = null)
    {
        var worker = CreateWorker(build, configure);
        worker.Start();
        return worker;
    }

    public ExternalTaskWorker CreateWorker(Action<ExternalTaskWorkerBuilder> build, Action<ExternalTaskWorkerOptions>? configure = null)
    {
        var worker = ExternalTaskWorker.Create(
            options =>
            {
                options.BaseAddress = Engine.Address;
                options.WorkerId = "case" + Engine.Suffix;

                // Shorter than what a stopping worker waits for, so that no poll stays in the engine and takes the task of the next case.
                options.PollTimeout = TimeSpan.FromSeconds(1);
                options.RetryCycle = "R3/PT0.2S";
                options.ShutdownGrace = TimeSpan.FromSeconds(2);
                options.DateFormat = _dateFormat ?? options.DateFormat;
                configure?.Invoke(options);
            },
            builder =>
            {
                builder.Services.AddSingleton(Engine.Time);
                build(builder.ConfigurePrimaryHttpMessageHandler(_ => NewHandler()));
            });
        _workers.Add(worker);
        return worker;
    }

    /// <summary>Lets time pass until something is so.</summary>
    public async Task UntilAsync(Func<Task<bool>> condition)
    {
        for (var tries = 0; !await condition(); tries++)
        {
            Assert.True(tries < 600, "It did not come about.");
            await Engine.PassAsync();
        }
    }

    public Task UntilAsync(Func<bool> condition) => UntilAsync(() => Task.FromResult(condition()));

    /// <summary>Lets time pass until a task of the library has ended.</summary>
    public async Task<T> AwaitAsync<T>(Task<T> task)
    {
        await AwaitAsync((Task)task);
        return await task;
    }

    public async Task AwaitAsync(Task task)
    {
        await UntilAsync(() => task.IsCompleted);
        await task;
    }

    public async Task<bool> HasEndedAsync(string instance) => (await Engine.GetAsync($"process-instance?processInstanceIds={instance}")).Json.GetArrayLength() == 0;

    public async Task<int> CountAsync(string query) => (await Engine.GetAsync(query)).Json.GetArrayLength();

    public async ValueTask DisposeAsync()
    {
        foreach (var worker in _workers)
        {
            // A stopping worker looks after its aborted poll for a moment of its clock.
            await AwaitAsync(worker.DisposeAsync().AsTask());
        }

        Client.Dispose();
        await Engine.DisposeAsync();
    }

    private Recorder NewHandler() => new(Engine.CreateHandler(), _sent);
}
