using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;

namespace Camunda.ExternalTask.Tests.Client;

public class ExternalTaskClientTests
{
    private static readonly Dictionary<string, TypedValue> Variables = new() { ["score"] = 42 };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static FetchedTask Task(string id = "T1") => FetchedTask.Parse(Encoding.UTF8.GetBytes(
        $$$"""{"id":"{{{id}}}","topicName":"t","workerId":"w9#17","executionId":"ex","processInstanceId":"pi","retries":2,"variables":{}}"""));

    [Fact]
    public async Task Complete()
    {
        var engine = new RecordingHandler();
        var client = engine.Client();

        await client.CompleteAsync(Task(), cancellationToken: Token);
        await client.CompleteAsync(Task(), Variables, new Dictionary<string, TypedValue> { ["source"] = "x" }, Token);
        await client.CompleteAsync("T 2#ä", Variables, cancellationToken: Token);
        await client.CompleteAsync(Task(), new UntypedOutput { ["a"] = true }, Token);

        Assert.Equal(
        [
            ("POST /engine-rest/external-task/T1/complete", """{"workerId":"w9#17"}"""),
            ("POST /engine-rest/external-task/T1/complete", """{"workerId":"w9#17","variables":{"score":{"type":"Integer","value":42}},"localVariables":{"source":{"type":"String","value":"x"}}}"""),
            ("POST /engine-rest/external-task/T%202%23%C3%A4/complete", """{"workerId":"w1","variables":{"score":{"type":"Integer","value":42}}}"""),
            ("POST /engine-rest/external-task/T1/complete", """{"workerId":"w9#17","variables":{"a":{"type":"Boolean","value":true}}}"""),
        ], engine.Sent);
    }

    [Fact]
    public async Task Failures()
    {
        var engine = new RecordingHandler();
        var client = engine.Client();

        await client.HandleFailureAsync(Task(), "no", "why", 3, TimeSpan.FromSeconds(5), Variables, Variables, Token);
        await client.HandleFailureAsync("T2", new string('x', 665) + "😀", null, 0, TimeSpan.Zero, cancellationToken: Token);
        await client.HandleFailureAsync(Task(), new TaskFailure("no"), new RetryCycle(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)), Token);

        Assert.Equal(
        [
            ("POST /engine-rest/external-task/T1/failure", """{"workerId":"w9#17","errorMessage":"no","errorDetails":"why","retries":3,"retryTimeout":5000,"variables":{"score":{"type":"Integer","value":42}},"localVariables":{"score":{"type":"Integer","value":42}}}"""),
            ("POST /engine-rest/external-task/T2/failure", $$"""{"workerId":"w1","errorMessage":"{{new string('x', 665)}}","retries":0,"retryTimeout":0}"""),
            ("POST /engine-rest/external-task/T1/failure", """{"workerId":"w9#17","errorMessage":"no","retries":1,"retryTimeout":2000}"""),
        ], engine.Sent);
    }

    [Fact]
    public async Task Bpmn_errors()
    {
        var engine = new RecordingHandler();
        var client = engine.Client();

        await client.HandleBpmnErrorAsync(Task(), "NO_STOCK", cancellationToken: Token);
        await client.HandleBpmnErrorAsync("T2", "NO_STOCK", "none left", Variables, Token);
        await client.HandleBpmnErrorAsync(Task(), new BpmnError("NO_STOCK", "none left"), Token);

        Assert.Equal(
        [
            ("POST /engine-rest/external-task/T1/bpmnError", """{"workerId":"w9#17","errorCode":"NO_STOCK"}"""),
            ("POST /engine-rest/external-task/T2/bpmnError", """{"workerId":"w1","errorCode":"NO_STOCK","errorMessage":"none left","variables":{"score":{"type":"Integer","value":42}}}"""),
            ("POST /engine-rest/external-task/T1/bpmnError", """{"workerId":"w9#17","errorCode":"NO_STOCK","errorMessage":"none left"}"""),
        ], engine.Sent);
    }

    [Fact]
    public async Task Locks()
    {
        var engine = new RecordingHandler();
        var client = engine.Client();

        await client.ExtendLockAsync(Task(), TimeSpan.FromMinutes(1), Token);
        await client.ExtendLockAsync("T2", TimeSpan.FromTicks(1), Token);
        await client.LockAsync(Task(), TimeSpan.FromMinutes(1), Token);
        await client.LockAsync("T2", TimeSpan.FromMinutes(1), Token);
        await client.UnlockAsync(Task(), Token);
        await client.UnlockAsync("T2", Token);

        Assert.Equal(
        [
            ("POST /engine-rest/external-task/T1/extendLock", """{"workerId":"w9#17","newDuration":60000}"""),
            ("POST /engine-rest/external-task/T2/extendLock", """{"workerId":"w1","newDuration":1}"""),
            ("POST /engine-rest/external-task/T1/lock", """{"workerId":"w9#17","lockDuration":60000}"""),
            ("POST /engine-rest/external-task/T2/lock", """{"workerId":"w1","lockDuration":60000}"""),
            ("POST /engine-rest/external-task/T1/unlock", "{}"),
            ("POST /engine-rest/external-task/T2/unlock", "{}"),
        ], engine.Sent);
    }

    [Fact]
    public async Task Variables_outside_of_completing()
    {
        var engine = new RecordingHandler();
        var client = engine.Client();

        await client.Variables.SetAsync(Task(), Variables, Token);
        await client.Variables.SetAsync("p 1", Variables, ["old"], Token);
        await client.Variables.SetLocalAsync(Task(), Variables, Token);
        await client.Variables.SetLocalAsync("e1", Variables, [], Token);

        Assert.Equal(
        [
            ("POST /engine-rest/process-instance/pi/variables", """{"modifications":{"score":{"type":"Integer","value":42}}}"""),
            ("POST /engine-rest/process-instance/p%201/variables", """{"modifications":{"score":{"type":"Integer","value":42}},"deletions":["old"]}"""),
            ("POST /engine-rest/execution/ex/localVariables", """{"modifications":{"score":{"type":"Integer","value":42}}}"""),
            ("POST /engine-rest/execution/e1/localVariables", """{"modifications":{"score":{"type":"Integer","value":42}},"deletions":[]}"""),
        ], engine.Sent);
    }

    [Fact]
    public async Task Administration()
    {
        var engine = new RecordingHandler();
        var client = engine.Client();

        await client.SetRetriesAsync("T1", 0, Token);
        await client.Administration.SetRetriesAsync(["T1", "T2"], 3, Token);
        await client.SetPriorityAsync("T1", long.MinValue, Token);

        Assert.Equal(
        [
            ("PUT /engine-rest/external-task/T1/retries", """{"retries":0}"""),
            ("PUT /engine-rest/external-task/retries", """{"retries":3,"externalTaskIds":["T1","T2"]}"""),
            ("PUT /engine-rest/external-task/T1/priority", """{"priority":-9223372036854775808}"""),
        ], engine.Sent);
    }

    [Fact]
    public async Task Case124_Answers()
    {
        Assert.Equal("7.24.0", await new RecordingHandler(HttpStatusCode.OK, """{"version":"7.24.0"}""").Client().Administration.GetVersionAsync(Token));
        Assert.Equal(7, await new RecordingHandler(HttpStatusCode.OK, """{"count":7}""").Client().CountTasksAsync(new(), Token));
        Assert.Equal("b1", await new RecordingHandler(HttpStatusCode.OK, """{"id":"b1","type":"x"}""").Client().Administration.StartRetriesBatchAsync(["T1"], 1, Token));
        Assert.Equal(["a", "b\uD83D"], await new RecordingHandler(HttpStatusCode.OK, """["a","b\uD83D"]""").Client().GetTopicNamesAsync(cancellationToken: Token));
        Assert.Equal("at é", await new RecordingHandler(HttpStatusCode.OK, "at é", "text/plain").Client().GetErrorDetailsAsync("T1", Token));
        Assert.Null(await new RecordingHandler().Client().GetErrorDetailsAsync("T1", Token));

        var topics = new RecordingHandler(HttpStatusCode.OK, "[]");
        await topics.Client().GetTopicNamesAsync(withLockedTasks: true, withUnlockedTasks: true, withRetriesLeft: true, cancellationToken: Token);
        Assert.Equal("GET /engine-rest/external-task/topic-names?withLockedTasks=true&withUnlockedTasks=true&withRetriesLeft=true", topics.Sent.Single().Call);

        var one = await new RecordingHandler(HttpStatusCode.OK, """{"id":"T1","topicName":"t","workerId":null,"lockExpirationTime":null}""").Client().GetTaskAsync("T1", Token);
        Assert.Equal(("T1", ""), (one.TaskId, one.WorkerId));
        Assert.Empty(one.Variables.Names);
    }

    [Fact]
    [Trait("Security", "S5")]
    public async Task A_download_takes_the_path_or_a_query_for_names_that_no_path_holds()
    {
        var engine = new RecordingHandler
        {
            Route = request => request.RequestUri!.AbsolutePath.EndsWith("variable-instance", StringComparison.Ordinal)
                ? """[{"id":"outer","executionId":"pi"},{"id":"own","executionId":"ex"}]"""
                : "content",
        };
        var client = engine.Client();

        using (var reader = new StreamReader(await client.Variables.OpenContentAsync(Task(), "we ird?é%", Token)))
        {
            Assert.Equal("content", await reader.ReadToEndAsync(Token));
        }

        (await client.Variables.OpenContentAsync(Task(), "a/b", Token)).Dispose();

        Assert.Equal(
        [
            "GET /engine-rest/process-instance/ex/variables/we%20ird%3F%C3%A9%25/data",
            "GET /engine-rest/variable-instance?deserializeValues=false&executionIdIn=ex%2Cpi&variableName=a%2Fb",
            "GET /engine-rest/variable-instance/own/data",
        ], engine.Sent.Select(sent => sent.Call));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(".")]
    [InlineData("..")]
    public async Task Ids_that_are_none_are_refused(string id)
    {
        var engine = new RecordingHandler();
        var client = engine.Client();
        await Assert.ThrowsAnyAsync<ArgumentException>(() => client.CompleteAsync(id, cancellationToken: Token));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => client.UnlockAsync(id, Token));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => client.GetTaskAsync(id, Token));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => client.Variables.SetAsync(id, Variables, cancellationToken: Token));
        Assert.Empty(engine.Sent);
    }

    [Fact]
    public async Task What_the_engine_answers_with_500_is_not_sent()
    {
        var engine = new RecordingHandler();
        var client = engine.Client();
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => client.ExtendLockAsync("T1", TimeSpan.Zero, Token));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => client.LockAsync("T1", TimeSpan.FromSeconds(-1), Token));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => client.HandleFailureAsync("T1", "m", null, -1, TimeSpan.Zero, cancellationToken: Token));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => client.HandleFailureAsync("T1", "m", null, 0, TimeSpan.FromTicks(-1), cancellationToken: Token));
        await Assert.ThrowsAsync<ArgumentException>(() => client.HandleBpmnErrorAsync("T1", " ", cancellationToken: Token));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => client.SetRetriesAsync("T1", -1, Token));
        await Assert.ThrowsAsync<ArgumentException>(() => client.Administration.SetRetriesAsync([], 1, Token));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => client.ListTasksAsync(new(), -1, 1, Token));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => client.ListTasksAsync(new(), 0, 0, Token));
        await Assert.ThrowsAsync<ArgumentException>(() => client.CountTasksAsync(new() { TenantIdIn = [] }, Token));
        await Assert.ThrowsAsync<VariableException>(() => client.CompleteAsync("T1", new Dictionary<string, TypedValue> { ["f"] = TypedValue.Null(VariableType.File) }, cancellationToken: Token));
        Assert.Empty(engine.Sent);
    }

    [Fact]
    public async Task A_refused_request_leaves_nothing_behind_in_the_next()
    {
        var engine = new RecordingHandler();
        var client = engine.Client();
        await Assert.ThrowsAsync<VariableException>(() => client.CompleteAsync("T1", new Dictionary<string, TypedValue> { ["a"] = 1, ["f"] = TypedValue.Null(VariableType.File) }, cancellationToken: Token));
        await Assert.ThrowsAsync<VariableException>(() => client.Variables.SetAsync("p", new Dictionary<string, TypedValue> { ["a"] = 1, ["f"] = TypedValue.Null(VariableType.File) }, cancellationToken: Token));
        await client.CompleteAsync("T1", cancellationToken: Token);
        await client.UnlockAsync("T1", Token);
        Assert.Equal(["""{"workerId":"w1"}""", "{}"], engine.Sent.Select(sent => sent.Body));
    }

    [Theory]
    [InlineData("ftp://e")]
    [InlineData("http://u:p@e")]
    public void Case003_and_005_Addresses_that_cannot_work_are_refused(string address) => Assert.Throws<ArgumentException>(() => new ExternalTaskClient(new Uri(address)));

    [Fact]
    public void Options_are_checked()
    {
        Assert.Throws<ArgumentException>(() => new ExternalTaskClient(new HttpClient()));
        Assert.Throws<ArgumentException>(() => new ExternalTaskClient(new Uri("/relative", UriKind.Relative)));
        Assert.Throws<ArgumentException>(() => new ExternalTaskClient(new Uri("http://e"), " "));
        Assert.Throws<ArgumentException>(() => new ExternalTaskClient(new Uri("http://e"), new string('w', 256)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ExternalTaskClient(new HttpClient(), new() { BaseAddress = new("http://e"), RequestTimeout = TimeSpan.Zero }));
        using ExternalTaskClient one = new(new Uri("http://e")), other = new(new Uri("http://e"));
        Assert.NotEqual(one.WorkerId, other.WorkerId);
    }

    [Fact]
    public async Task The_container_makes_clients_that_are_one_worker()
    {
        var engine = new RecordingHandler(HttpStatusCode.OK, """{"version":"7.24.0"}""");
        var services = new ServiceCollection();
        services.AddExternalTaskClient(options => options.BaseAddress = new("http://engine/engine-rest/")).ConfigurePrimaryHttpMessageHandler(() => engine);
        await using var provider = services.BuildServiceProvider();
        var (one, other) = (provider.GetRequiredService<ExternalTaskClient>(), provider.GetRequiredService<ExternalTaskClient>());
        Assert.Equal(one.WorkerId, other.WorkerId);
        Assert.Equal("7.24.0", await one.Administration.GetVersionAsync(Token));
        Assert.Equal("GET /engine-rest/version", engine.Sent.Single().Call);
    }

    [Fact]
    [Trait("Situation", "47")]
    public async Task A_download_of_a_variable_that_is_not_there_is_404()
    {
        var client = new RecordingHandler(HttpStatusCode.OK, "[]").Client();
        var exception = await Assert.ThrowsAsync<EngineException>(() => client.Variables.OpenContentAsync(Task(), "a/b", Token));
        Assert.Equal(HttpStatusCode.NotFound, exception.StatusCode);
    }

    [Fact]
    public async Task A_missing_variable_is_not_a_task_that_is_gone()
    {
        var client = new RecordingHandler(HttpStatusCode.NotFound, """{"type":"InvalidRequestException","message":"execution variable with name x does not exist"}""").Client();

        Assert.False((await Assert.ThrowsAsync<EngineException>(() => client.Variables.OpenContentAsync(Task(), "x", Token))).IsGone);
    }
}
