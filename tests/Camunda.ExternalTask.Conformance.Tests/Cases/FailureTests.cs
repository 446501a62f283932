using System.Text.Json;

namespace Camunda.ExternalTask.Conformance.Tests;

/// <summary>Failures, retries and incidents.</summary>
public sealed class FailureTests
{
    [Theory(DisplayName = "failure: retries left, and the task afterwards"), Engines]
    public async Task Retries_left(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        var task = await session.TaskAsync();
        (await FailAsync(session, task, """
            {"workerId":"w","errorMessage":"m","errorDetails":"line1\nline2","retries":2,"retryTimeout":0,"variables":{"fv":{"value":1}},"localVariables":{"flv":{"value":2}}}
            """)).IsNoContent();
        (await session.GetAsync($"external-task/{Id(task)}")).Is(200, """
            {"activityId":"t","activityInstanceId":"t:<id>","errorMessage":"m","executionId":"<id>","id":"<id>","lockExpirationTime":"<date>","createTime":"<create-time>",
            "processDefinitionId":"one~:<number>:<id>","processDefinitionKey":"one~","processDefinitionVersionTag":null,"processInstanceId":"<id>","retries":2,
            "suspended":false,"workerId":"w","topicName":"one~","tenantId":null,"priority":0,"businessKey":"bk"}
            """);
        (await session.GetAsync($"external-task/{Id(task)}/errorDetails")).IsText(200, "line1\nline2");
        var again = await session.FetchOneAsync("one~", worker: "other");
        Assert.Equal(("m", "line1\nline2", 2), (again.GetProperty("errorMessage").GetString(), again.GetProperty("errorDetails").GetString(), again.GetProperty("retries").GetInt32()));
        JsonExpectation.Check(
            """{"fv":{"type":"Integer","value":1,"valueInfo":{}},"flv":{"type":"Integer","value":2,"valueInfo":{}}}""",
            again.GetProperty("variables").GetRawText(),
            session.Flavor);
    }

    [Theory(DisplayName = "failure: retryTimeout keeps the lock until then"), Engines]
    public async Task Retry_timeout(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        var task = await session.TaskAsync();
        (await FailAsync(session, task, """{"workerId":"w","retries":2,"retryTimeout":600000}""")).IsNoContent();
        (await session.FetchAsync("one~")).Is(200, "[]");
        await session.AdvanceAsync(TimeSpan.FromMinutes(9));
        (await session.FetchAsync("one~")).Is(200, "[]");
        await session.AdvanceAsync(TimeSpan.FromMinutes(2));
        await session.FetchOneAsync("one~", worker: "other");
    }

    [Theory(DisplayName = "failure: message cut at 666, half an emoji or not"), Engines]
    public async Task Message_cut(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        var task = await session.TaskAsync();
        (await FailAsync(session, task, $$"""{"workerId":"w","errorMessage":"{{new string('x', 700)}}","retries":1}""")).IsNoContent();
        Assert.Equal(new string('x', 666), (await session.GetAsync($"external-task/{Id(task)}")).Json.GetProperty("errorMessage").GetString());

        (await FailAsync(session, task, $$"""{"workerId":"w","errorMessage":"{{new string('x', 665)}}\ud83d\ude00","retries":1}""")).IsNoContent();
        Assert.Contains("""xx\uD83D",""", (await session.FetchAsync("one~")).Text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory(DisplayName = "failure: out of retries, incident, retries set"), Engines]
    public async Task Incident(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        var task = await session.TaskAsync();
        var instance = task.GetProperty("processInstanceId");
        (await FailAsync(session, task, """{"workerId":"w","errorMessage":"dead","retries":0,"retryTimeout":0}""")).IsNoContent();
        (await FailAsync(session, task, """{"workerId":"w","errorMessage":"dead","retries":0,"retryTimeout":0}""")).IsNoContent();
        (await session.GetAsync($"incident?processInstanceId={instance}")).Is(200, """
            [{"id":"<id>","processDefinitionId":"one~:<number>:<id>","processInstanceId":"<id>","executionId":"<id>","incidentTimestamp":"<date>",
            "incidentType":"failedExternalTask","activityId":"t","failedActivityId":null,"causeIncidentId":"<id>","rootCauseIncidentId":"<id>","configuration":"<id>",
            "incidentMessage":"dead","tenantId":null,"jobDefinitionId":null,"annotation":null}]
            """);
        (await session.FetchAsync("one~")).Is(200, "[]");
        (await session.GetAsync("external-task/count?topicName=one~&noRetriesLeft=true")).Is(200, """{"count":1}""");
        (await session.PutAsync($"external-task/{Id(task)}/retries", """{"retries":3}""")).IsNoContent();
        (await session.GetAsync($"incident/count?processInstanceId={instance}")).Is(200, """{"count":0}""");
        Assert.Equal(3, (await session.FetchOneAsync("one~")).GetProperty("retries").GetInt32());
    }

    [Theory(DisplayName = "failure: retries omitted counts as none"), Engines]
    public async Task Retries_omitted(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        var task = await session.TaskAsync();
        (await FailAsync(session, task, """{"workerId":"w","errorMessage":"m"}""")).IsNoContent();
        Assert.Equal(0, (await session.GetAsync($"external-task/{Id(task)}")).Json.GetProperty("retries").GetInt32());
        (await session.GetAsync($"incident/count?processInstanceId={task.GetProperty("processInstanceId")}")).Is(200, """{"count":1}""");
    }

    [Theory(DisplayName = "failure rejected"), Engines]
    public async Task Refused(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        var task = await session.TaskAsync();
        (await FailAsync(session, task, """{"workerId":"w","retries":-1,"retryTimeout":0}""")).IsError(
            500,
            "ProcessEngineException",
            "retries is not greater than or equal to 0",
            0);
        (await FailAsync(session, task, """{"workerId":"w","retries":1,"retryTimeout":-1}""")).IsError(
            500,
            "ProcessEngineException",
            "retryDuration is not greater than or equal to 0",
            0);
        (await FailAsync(session, task, """{"workerId":"other","retries":1}""")).IsError(
            400,
            "RestException",
            $"Failure of External Task {Id(task)} cannot be reported by worker 'other'. It is locked by worker 'w'.",
            0);
        (await FailAsync(session, task, """{"retries":1}""")).IsError(500, "NullValueException", "workerId is null", 0);
        (await session.PostAsync("external-task/nope/failure", """{"workerId":"w","retries":1}""")).IsError(
            404,
            "RestException",
            "External task with id nope does not exist",
            0);
    }

    [Theory(DisplayName = "retries rejected"), Engines]
    public async Task Retries_refused(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        var task = await session.TaskAsync();
        const string negative = "The number of retries cannot be negative: retries is not greater than or equal to 0";
        (await session.PutAsync($"external-task/{Id(task)}/retries", """{"retries":-1}""")).IsError(400, "BadUserRequestException", negative, 0);
        (await session.PutAsync($"external-task/{Id(task)}/retries", "{}")).IsError(400, "InvalidRequestException", "The number of retries cannot be null.", null);
        (await session.PutAsync("external-task/nope/retries", """{"retries":1}""")).IsError(404, "RestException", "External task with id nope does not exist", 0);
    }

    [Theory(DisplayName = "retries of many"), Engines]
    public async Task Retries_of_many(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        var task = await session.TaskAsync();
        (await session.PutAsync("external-task/retries", $$"""{"retries":2,"externalTaskIds":["{{Id(task)}}"]}""")).IsNoContent();
        (await session.PutAsync("external-task/retries", $$"""{"retries":3,"processInstanceIds":["{{task.GetProperty("processInstanceId")}}"]}""")).IsNoContent();
        (await session.PutAsync("external-task/retries", """{"retries":4,"externalTaskQuery":{"topicName":"one~"}}""")).IsNoContent();
        Assert.Equal(4, (await session.GetAsync($"external-task/{Id(task)}")).Json.GetProperty("retries").GetInt32());
        (await session.PutAsync("external-task/retries", """{"retries":2}""")).IsError(400, "InvalidRequestException", "externalTaskIds is empty", null);
        (await session.PutAsync("external-task/retries", """{"retries":2,"externalTaskIds":["nope"]}""")).IsError(
            404,
            "InvalidRequestException",
            "Cannot find external task with id nope: externalTask is null",
            null);
    }

    [Theory(DisplayName = "errorDetails: none, unknown task"), Engines]
    public async Task Error_details(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        var task = await session.TaskAsync();
        (await session.GetAsync($"external-task/{Id(task)}/errorDetails")).IsNoContent();
        (await session.GetAsync("external-task/nope/errorDetails")).IsError(
            500,
            "NullValueException",
            "No external task found with id nope: externalTask is null",
            0);
    }

    private static string Id(JsonElement task) => task.GetProperty("id").GetString()!;

    private static Task<Answer> FailAsync(EngineSession session, JsonElement task, string body) => session.PostAsync($"external-task/{Id(task)}/failure", body);
}
