using System.Text;
using Camunda.ExternalTask.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Camunda.ExternalTask.Tests.Client;

/// <summary>The client against the engine in memory, which answers as the real ones do.</summary>
public sealed class ExternalTaskClientOverEngineTests : IAsyncDisposable
{
    private const string Model = """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t">
          <error id="err" errorCode="NO_STOCK"/>
          <process id="order" isExecutable="true" camunda:historyTimeToLive="1">
            <startEvent id="start"/>
            <sequenceFlow id="f1" sourceRef="start" targetRef="check"/>
            <serviceTask id="check" camunda:type="external" camunda:topic="check"/>
            <boundaryEvent id="caught" attachedToRef="check"><errorEventDefinition errorRef="err"/></boundaryEvent>
            <sequenceFlow id="f2" sourceRef="caught" targetRef="soldOut"/>
            <endEvent id="soldOut"/>
            <sequenceFlow id="f3" sourceRef="check" targetRef="done"/>
            <endEvent id="done"/>
          </process>
        </definitions>
        """;

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2024, 2, 29, 0, 0, 0, TimeSpan.Zero));
    private readonly InMemoryEngine _engine;
    private readonly ExternalTaskClient _client;

    public ExternalTaskClientOverEngineTests()
    {
        _engine = new(new() { TimeProvider = _time });
        _engine.Deploy(Model);
        _client = new(new HttpClient(_engine.CreateHandler()) { Timeout = Timeout.InfiniteTimeSpan }, new() { BaseAddress = InMemoryEngine.BaseAddress, WorkerId = "w1" }, _time);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return _engine.DisposeAsync();
    }

    [Fact]
    public async Task A_task_is_fetched_and_completed()
    {
        var instance = _engine.Start("order", new Dictionary<string, object?> { ["amount"] = 5L }, "bk");
        var task = await FetchAsync();
        Assert.Equal((instance, "bk", "w1"), (task.ProcessInstanceId, task.BusinessKey, task.WorkerId));
        Assert.Equal(5, task.Variables.Get<int>("amount"));

        await _client.CompleteAsync(task, new Dictionary<string, TypedValue> { ["score"] = 42 }, cancellationToken: Token);

        Assert.Equal(["done"], _engine.EndEvents(instance));
        Assert.True((await Assert.ThrowsAsync<EngineException>(() => _client.CompleteAsync(task, cancellationToken: Token))).IsGone);
    }

    [Fact]
    public async Task A_bpmn_error_takes_the_boundary()
    {
        var instance = _engine.Start("order");
        await _client.HandleBpmnErrorAsync(await FetchAsync(), "NO_STOCK", cancellationToken: Token);
        Assert.Equal(["soldOut"], _engine.EndEvents(instance));
    }

    [Fact]
    public async Task A_failure_comes_back_after_its_timeout_and_without_retries_is_an_incident()
    {
        _engine.Start("order");
        var task = await FetchAsync();
        await _client.HandleFailureAsync(task, new TaskFailure("no", "at line 5"), new RetryCycle(TimeSpan.FromMinutes(1)), Token);
        Assert.Empty(await _client.FetchAndLockAsync(new("check", TimeSpan.FromMinutes(1)), Token));
        Assert.Equal("at line 5", await _client.GetErrorDetailsAsync(task.TaskId, Token));

        _time.Advance(TimeSpan.FromMinutes(1) + TimeSpan.FromMilliseconds(1));
        task = await FetchAsync();
        Assert.Equal((1, "no"), (task.Retries, task.ErrorMessage));

        await _client.HandleFailureAsync(task, new TaskFailure("no"), new RetryCycle(TimeSpan.FromMinutes(1)), Token);
        Assert.Single(_engine.Incidents);
        Assert.Equal(1, await _client.CountTasksAsync(new() { NoRetriesLeft = true }, Token));

        await _client.SetRetriesAsync(task.TaskId, 1, Token);
        Assert.Empty(_engine.Incidents);
        Assert.Equal(task.TaskId, (await FetchAsync()).TaskId);
    }

    [Fact]
    public async Task An_expired_lock_is_locked_again_but_not_extended()
    {
        _engine.Start("order");
        var task = await FetchAsync();
        await _client.ExtendLockAsync(task, TimeSpan.FromMinutes(2), Token);
        _time.Advance(TimeSpan.FromMinutes(3));
        await Assert.ThrowsAsync<EngineException>(() => _client.ExtendLockAsync(task, TimeSpan.FromMinutes(2), Token));
        await _client.LockAsync(task, TimeSpan.FromMinutes(2), Token);
        var lost = await Assert.ThrowsAsync<EngineException>(() => _client.LockAsync(As("other", task), TimeSpan.FromMinutes(2), Token));
        Assert.True(lost.IsLockLost);
        await _client.UnlockAsync(task.TaskId, Token);
        Assert.Equal(task.TaskId, (await FetchAsync("other#1")).TaskId);
    }

    [Fact]
    public async Task Tasks_are_listed_by_the_worker_that_holds_them()
    {
        _engine.Start("order");
        _engine.Start("order");
        var task = await FetchAsync("w1#1", maxTasks: 1);
        Assert.Equal(task.TaskId, Assert.Single(await _client.ListTasksAsync(new() { WorkerId = "w1#1", Locked = true }, cancellationToken: Token)).TaskId);
        Assert.Equal(1, await _client.CountTasksAsync(new() { NotLocked = true, TopicName = "check" }, Token));
        Assert.Equal("w1#1", (await _client.GetTaskAsync(task.TaskId, Token)).WorkerId);
        Assert.Equal(["check"], await _client.GetTopicNamesAsync(cancellationToken: Token));
    }

    [Fact]
    public async Task Every_value_the_engine_holds_is_read_and_written_back_the_same()
    {
        _engine.Start("order");
        var task = await FetchAsync();
        var values = new TaskVariables(Encoding.UTF8.GetBytes(Variables.VariableReaderTests.EveryForm)).ToDictionary()
            .Where(pair => pair.Key is not "file").ToDictionary();
        await _client.Variables.SetAsync(task, values, Token);
        await _client.Variables.SetLocalAsync(task, new Dictionary<string, TypedValue> { ["mine"] = TypedValue.File("grüße"u8.ToArray(), "a.txt", "text/plain", "UTF-8") }, Token);

        await _client.UnlockAsync(task, Token);
        task = await FetchAsync();

        var fetched = task.Variables.ToDictionary();
        Assert.All(values, pair => Assert.Equal(pair.Value, fetched[pair.Key]));
        Assert.Equal("a.txt", fetched["mine"].GetInfo("filename"));
        using var content = new StreamReader(await _client.Variables.OpenContentAsync(task, "mine", Token));
        Assert.Equal("grüße", await content.ReadToEndAsync(Token));
    }

    [Fact]
    public async Task A_fetched_file_is_downloaded_on_demand_and_can_be_sent_on()
    {
        _engine.Start("order");
        var task = await FetchAsync();
        await _client.Variables.SetAsync(task, new Dictionary<string, TypedValue> { ["in/voice"] = TypedValue.Of(new CamundaFile("a.txt", "grüße"u8.ToArray(), "text/plain")) }, Token);
        await _client.UnlockAsync(task, Token);
        task = await FetchAsync();

        var file = task.Variables.Get<CamundaFile>("in/voice")!;
        Assert.False(file.IsLoaded);
        Assert.Equal("grüße", Encoding.UTF8.GetString((await file.LoadAsync(Token)).Span));
        Assert.True(file.IsLoaded);
        await _client.Variables.SetAsync(task, new Dictionary<string, TypedValue> { ["copy"] = TypedValue.Of(file) }, Token);

        using var copy = new StreamReader(await _client.Variables.OpenContentAsync(task, "copy", Token));
        Assert.Equal("grüße", await copy.ReadToEndAsync(Token));
    }

    private async Task<FetchedTask> FetchAsync(string? workerId = null, int maxTasks = 10) =>
        Assert.Single(await _client.FetchAndLockAsync(new("check", TimeSpan.FromMinutes(1)) { WorkerId = workerId, MaxTasks = maxTasks }, Token));

    private static FetchedTask As(string workerId, FetchedTask task) =>
        FetchedTask.Parse(Encoding.UTF8.GetBytes($$$"""{"id":"{{{task.TaskId}}}","topicName":"check","workerId":"{{{workerId}}}","variables":{}}"""));
}
