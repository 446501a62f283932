using System.Net;

namespace Camunda.ExternalTask.Tests.Client;

public class AdministrationTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_selection_says_everything_it_was_told()
    {
        var engine = new RecordingHandler { Route = request => request.RequestUri!.AbsolutePath.EndsWith("-async", StringComparison.Ordinal) ? """{"id":"b1"}""" : null };
        using var client = engine.Client();
        var at = new DateTimeOffset(2024, 2, 29, 7, 4, 56, TimeSpan.Zero);
        var which = new ExternalTaskSelection
        {
            TaskIds = ["T1"],
            ProcessInstanceIds = ["P1", "P2"],
            Tasks = new() { TopicName = "t", Sorting = [new(ExternalTaskSortBy.Id)] },
            ProcessInstances = new()
            {
                ProcessInstanceIds = ["P"], ProcessDefinitionId = "d", ProcessDefinitionKey = "k", ProcessDefinitionKeyIn = ["k1"], BusinessKey = "b", BusinessKeyLike = "b%", Active = true, Suspended = true,
                WithIncident = true, IncidentType = "failedExternalTask", IncidentMessageLike = "%x", ActivityIdIn = ["a"], TenantIdIn = ["te"], Variables = [new("v", VariableOperator.GreaterThan, 5)],
            },
            HistoricProcessInstances = new()
            {
                ProcessInstanceIds = ["P"], ProcessDefinitionId = "d", ProcessDefinitionKey = "k", ProcessDefinitionKeyIn = ["k1"], BusinessKey = "b", BusinessKeyLike = "b%", StartedAfter = at, StartedBefore = at,
                StartedBy = "demo", Unfinished = true, WithIncidents = true, ActiveActivityIdIn = ["a"], TenantIdIn = ["te"], Variables = [new("v", VariableOperator.Equal, "x")],
            },
        };
        Assert.Equal("b1", await client.Administration.StartRetriesBatchAsync(which, 3, Token));
        await client.Administration.SetRetriesAsync(which, 3, Token);

        Assert.Equal(["POST /engine-rest/external-task/retries-async", "PUT /engine-rest/external-task/retries"], engine.Sent.Select(sent => sent.Call));
        Assert.All(engine.Sent, sent => Assert.Equal(
            """{"retries":3,"externalTaskIds":["T1"],"processInstanceIds":["P1","P2"],"externalTaskQuery":{"topicName":"t"},"""
            + """
              "processInstanceQuery":{"processInstanceIds":["P"],"processDefinitionId":"d","processDefinitionKey":"k","processDefinitionKeyIn":["k1"],"businessKey":"b","businessKeyLike":"b%",
              """.TrimEnd()
            + """
              "active":true,"suspended":true,"withIncident":true,"incidentType":"failedExternalTask","incidentMessageLike":"%x","activityIdIn":["a"],"tenantIdIn":["te"],
              """.TrimEnd()
            + """
              "variables":[{"name":"v","operator":"gt","value":5}]},"historicProcessInstanceQuery":{"processInstanceIds":["P"],"processDefinitionId":"d","processDefinitionKey":"k",
              """.TrimEnd()
            + """
              "processDefinitionKeyIn":["k1"],"processInstanceBusinessKey":"b","processInstanceBusinessKeyLike":"b%","startedAfter":"2024-02-29T07:04:56.000+0000",
              """.TrimEnd()
            + """
              "startedBefore":"2024-02-29T07:04:56.000+0000","startedBy":"demo","unfinished":true,"withIncidents":true,"activeActivityIdIn":["a"],"tenantIdIn":["te"],
              """.TrimEnd()
            + """
              "variables":[{"name":"v","operator":"eq","value":"x"}]}}
              """,
            sent.Body));
    }

    public static TheoryData<Func<ExternalTaskSelection>> NoSelections => new(
        () => new() { },
        () => new() { TaskIds = [] },
        () => new() { TaskIds = ["T1"], ProcessInstanceIds = [] },
        () => new() { TaskIds = [null!] },
        () => new() { Tasks = new() { ActivityIdIn = [] } },
        () => new() { ProcessInstances = new() { TenantIdIn = [] } },
        () => new() { HistoricProcessInstances = new() { Variables = [] } });

    [Theory]
    [MemberData(nameof(NoSelections), DisableDiscoveryEnumeration = true)]
    public async Task What_selects_nothing_or_by_mistake_everything_is_not_sent(Func<ExternalTaskSelection> which)
    {
        var engine = new RecordingHandler();
        using var client = engine.Client();
        await Assert.ThrowsAsync<ArgumentException>(() => client.Administration.SetRetriesAsync(which(), 1, Token));
        await Assert.ThrowsAsync<ArgumentException>(() => client.Administration.StartRetriesBatchAsync(which(), 1, Token));
        await Assert.ThrowsAsync<ArgumentException>(() => client.Administration.SetRetriesAsync([], 1, Token));
        await Assert.ThrowsAsync<ArgumentException>(() => client.Administration.StartRetriesBatchAsync([], 1, Token));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => client.Administration.StartRetriesBatchAsync(["T1"], -1, Token));
        Assert.Empty(engine.Sent);
    }

    [Fact]
    public async Task The_log_is_asked_with_all_filters_escaped()
    {
        var engine = new RecordingHandler(HttpStatusCode.OK, "[]");
        using var client = engine.Client();
        await client.History.ListExternalTaskLogAsync(new()
        {
            TaskId = "T&1", TopicName = "t", WorkerId = "w#1", ProcessInstanceId = "p", ProcessDefinitionKey = "k", ProcessDefinitionId = "d", ErrorMessage = "é?", Kind = ExternalTaskLogKind.Deletion,
            Order = SortOrder.Ascending,
        }, 5, 7, Token);
        await client.History.ListExternalTaskLogAsync(new(), cancellationToken: Token);

        Assert.Equal(
            [
                "GET /engine-rest/history/external-task-log?externalTaskId=T%261&topicName=t&workerId=w%231&processInstanceId=p&processDefinitionKey=k&processDefinitionId=d&errorMessage=%C3%A9%3F"
                    + "&deletionLog=true&firstResult=5&maxResults=7&sortBy=timestamp&sortOrder=asc",
                "GET /engine-rest/history/external-task-log?firstResult=0&maxResults=100",
            ],
            engine.Sent.Select(sent => sent.Call));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => client.History.ListExternalTaskLogAsync(new(), -1, 1, Token));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => client.History.ListExternalTaskLogAsync(new(), 0, 0, Token));
    }

    [Fact]
    public async Task An_entry_is_read_whatever_its_message_holds()
    {
        using var client = new RecordingHandler(
            HttpStatusCode.OK,
            """[{"id":"L1","timestamp":"2026-11-24T20:06:07.122+0000","removalTime":null,"externalTaskId":"T1","priority":5,"retries":2,"errorMessage":"cut \uD83D","failureLog":true,"successLog":false,"new":{"x":[1]}}]""").Client();
        var entry = Assert.Single(await client.History.ListExternalTaskLogAsync(new(), cancellationToken: Token));

        Assert.Equal(("L1", "T1", 5L, 2, "cut \uD83D", ExternalTaskLogKind.Failure), (entry.Id, entry.TaskId, entry.Priority, entry.Retries, entry.ErrorMessage, entry.Kind));
        Assert.Equal(new DateTimeOffset(2026, 11, 24, 20, 6, 7, 122, TimeSpan.Zero), entry.Timestamp);
        Assert.Null(entry.WorkerId);
    }

    [Fact]
    public async Task One_entry_is_asked_for_by_its_id()
    {
        var engine = new RecordingHandler(HttpStatusCode.OK, """{"id":"L 1","externalTaskId":"T1","successLog":true}""");
        using var client = engine.Client();
        var entry = await client.History.GetExternalTaskLogAsync("L 1", Token);

        Assert.Equal(("L 1", "T1", ExternalTaskLogKind.Success), (entry.Id, entry.TaskId, entry.Kind));
        Assert.Equal("GET /engine-rest/history/external-task-log/L%201", Assert.Single(engine.Sent).Call);
        using var other = new RecordingHandler(HttpStatusCode.OK, "[]").Client();
        Assert.Contains("get of log entry 'x'", (await Assert.ThrowsAsync<EngineException>(() => other.History.GetExternalTaskLogAsync("x", Token))).Message);
    }

    [Fact]
    public async Task Variables_are_asked_for_as_they_are_stored()
    {
        var engine = new RecordingHandler
        {
            Route = request => request.RequestUri!.AbsolutePath.EndsWith('n') ? """{"type":"Integer","value":1,"valueInfo":{}}""" : """{"a/b":{"type":"String","value":"x","valueInfo":{}}}""",
        };
        using var client = engine.Client();
        await client.Variables.GetAllAsync("p 1", Token);
        await client.Variables.GetAllLocalAsync("e", Token);
        Assert.Equal(1, (await client.Variables.GetAsync("p", "é n", Token))!.Get<int>());
        Assert.Equal("x", (await client.Variables.GetLocalAsync("e", "a/b", Token))!.Get<string>());

        Assert.Equal(
            [
                "GET /engine-rest/process-instance/p%201/variables?deserializeValues=false",
                "GET /engine-rest/execution/e/localVariables?deserializeValues=false",
                "GET /engine-rest/process-instance/p/variables/%C3%A9%20n?deserializeValue=false",
                "GET /engine-rest/execution/e/localVariables?deserializeValues=false",
            ],
            engine.Sent.Select(sent => sent.Call));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => client.Variables.GetAsync("p", "", Token));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => client.Variables.GetAllAsync("..", Token));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => client.Variables.DeleteAsync("p", [], Token));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => client.Variables.SetAsync("p", "a", null!, Token));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("<html>")]
    [InlineData("")]
    public async Task An_answer_that_is_not_a_list_of_variables_is_an_error(string answer)
    {
        using var client = new RecordingHandler(HttpStatusCode.OK, answer).Client();
        await Assert.ThrowsAsync<EngineException>(() => client.Variables.GetAllAsync("p", Token));
    }

    [Fact]
    public async Task A_missing_variable_is_null_but_a_wrong_address_is_not()
    {
        using var engine = new RecordingHandler(HttpStatusCode.NotFound, """{"type":"InvalidRequestException","message":"process instance variable with name n does not exist"}""").Client();
        Assert.Null(await engine.Variables.GetAsync("p", "n", Token));
        using var proxy = new RecordingHandler(HttpStatusCode.NotFound, "<html>", "text/html").Client();
        await Assert.ThrowsAsync<EngineException>(() => proxy.Variables.GetAsync("p", "n", Token));
    }
}
