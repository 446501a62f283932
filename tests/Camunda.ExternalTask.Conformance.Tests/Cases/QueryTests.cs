using Camunda.ExternalTask.Testing;

namespace Camunda.ExternalTask.Conformance.Tests;

/// <summary>What operators ask and set.</summary>
public sealed class QueryTests
{
    [Theory(DisplayName = "list and count, with filters"), Engines]
    public async Task Filters(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        var locked = await session.TaskAsync();
        await session.StartAsync("one~");
        (string Query, int Count)[] cases =
        [
            ("", 2),
            ("&locked=true", 1),
            ("&notLocked=true", 1),
            ("&workerId=w", 1),
            ("&workerId=other", 0),
            ("&withRetriesLeft=true", 2),
            ("&noRetriesLeft=true", 0),
            ("&activityId=t", 2),
            ("&activityIdIn=t,u", 2),
            ("&activityId=u", 0),
            ("&active=true", 2),
            ("&suspended=true", 0),
            ("&processDefinitionKey=one~", 2),
            ("&priorityHigherThanOrEquals=1", 0),
            ("&priorityLowerThanOrEquals=0", 2),
            ($"&externalTaskId={locked.GetProperty("id")}", 1),
            ($"&processInstanceId={locked.GetProperty("processInstanceId")}", 1),
            ($"&executionId={locked.GetProperty("executionId")}", 1),
        ];
        foreach (var (query, count) in cases)
        {
            var answer = (await session.GetAsync($"external-task?topicName=one~{query}")).Is(200);
            Assert.True(answer.Json.GetArrayLength() == count, $"{query}: {answer.Text}");
            (await session.GetAsync($"external-task/count?topicName=one~{query}")).Is(200, $$"""{"count":{{count}}}""");
        }
    }

    [Theory(DisplayName = "list by POST, in pages"), Engines]
    public async Task By_body(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        var locked = await session.TaskAsync();
        await session.StartAsync("one~");
        var answer = await session.PostAsync("external-task", """{"topicName":"one~","locked":true,"activityIdIn":["t"]}""");
        Assert.Equal(locked.GetProperty("id").GetString(), Assert.Single(answer.Is(200).Json.EnumerateArray()).GetProperty("id").GetString());
        (await session.PostAsync("external-task/count", """{"topicName":"one~"}""")).Is(200, """{"count":2}""");
        Assert.Equal(1, (await session.GetAsync("external-task?topicName=one~&maxResults=1")).Json.GetArrayLength());
        Assert.Equal(1, (await session.GetAsync("external-task?topicName=one~&firstResult=1&maxResults=5")).Json.GetArrayLength());
    }

    [Theory(DisplayName = "topic names"), Engines]
    public async Task Topic_names(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        await session.TaskAsync();
        Assert.Contains(session.Own("one~"), (await session.GetAsync("external-task/topic-names?withLockedTasks=true")).Json.EnumerateArray().Select(static name => name.GetString()));
        Assert.DoesNotContain(
            session.Own("one~"),
            (await session.GetAsync("external-task/topic-names?withUnlockedTasks=true")).Json.EnumerateArray().Select(static name => name.GetString()));
    }

    [Theory(DisplayName = "task: unknown"), Engines]
    public async Task Unknown(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        (await session.GetAsync("external-task/nope")).IsError(404, "RestException", "External task with id nope does not exist", null);
    }

    [Theory(DisplayName = "priority: set"), Engines]
    public async Task Priority(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        var task = await session.TaskAsync();
        (await session.PutAsync($"external-task/{task.GetProperty("id")}/priority", """{"priority":7}""")).IsNoContent();
        Assert.Equal(7, (await session.GetAsync($"external-task/{task.GetProperty("id")}")).Json.GetProperty("priority").GetInt64());
        (await session.PutAsync($"external-task/{task.GetProperty("id")}/priority", "{}")).Is(500);
        (await session.PutAsync("external-task/nope/priority", """{"priority":7}""")).IsError(404, "RestException", "External task with id nope does not exist", 0);
    }

    [Theory(DisplayName = "process instances: list, count, one, unknown"), Engines]
    public async Task Instances(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        var task = await session.TaskAsync();
        const string instance = """
            {"links":[],"id":"<id>","definitionId":"one~:<number>:<id>","businessKey":"bk","caseInstanceId":null,"ended":false,"suspended":false,"tenantId":null,"definitionKey":"one~"}
            """;

        // Camunda 7.17 has no key here.
        var expected = session.Flavor == EngineFlavor.Camunda717 ? instance.Replace(",\"definitionKey\":\"one~\"", "", StringComparison.Ordinal) : instance;
        (await session.GetAsync($"process-instance/{task.GetProperty("processInstanceId")}")).Is(200, expected);
        (await session.GetAsync("process-instance?processDefinitionKey=one~&businessKey=bk")).Is(200, $"[{expected}]");
        (await session.GetAsync("process-instance/count?processDefinitionKey=one~")).Is(200, """{"count":1}""");
        (await session.GetAsync("process-instance/nope")).IsError(404, "InvalidRequestException", "Process instance with id nope does not exist", null);
        (await session.DeleteAsync("process-instance/nope")).IsError(
            404,
            "InvalidRequestException",
            "No process instance found for id 'nope': processInstance is null",
            0);
    }

    [Theory(DisplayName = "history: instance, activities, variables, task log"), Engines]
    public async Task History(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        var task = await session.TaskAsync("""{"a":{"value":"x"}}""");
        var instance = task.GetProperty("processInstanceId").GetString();
        (await session.PostAsync($"external-task/{task.GetProperty("id")}/failure", """{"workerId":"w","errorMessage":"m","errorDetails":"d","retries":3}""")).IsNoContent();
        (await session.PostAsync($"external-task/{task.GetProperty("id")}/complete", """{"workerId":"w","variables":{"z":{"value":2}}}""")).IsNoContent();

        var restarted = session.Flavor == EngineFlavor.Camunda717 ? "" : ",\"restartedProcessInstanceId\":null";
        (await session.GetAsync($"history/process-instance/{instance}")).Is(200, $$"""
            {"id":"<id>","businessKey":"bk","processDefinitionId":"one~:<number>:<id>","processDefinitionKey":"one~","processDefinitionName":null,"processDefinitionVersion":1,
            "startTime":"<date>","endTime":"<date>","removalTime":"<date>","durationInMillis":"<number>","startUserId":null,"startActivityId":"s","deleteReason":null,
            "rootProcessInstanceId":"<id>","superProcessInstanceId":null,"superCaseInstanceId":null,"caseInstanceId":null,"tenantId":null,"state":"COMPLETED"{{restarted}}}
            """);
        (await session.GetAsync($"history/activity-instance?processInstanceId={instance}&activityId=t")).Is(200, """
            [{"id":"t:<id>","parentActivityInstanceId":"<id>","activityId":"t","activityName":null,"activityType":"serviceTask","processDefinitionKey":"one~",
            "processDefinitionId":"one~:<number>:<id>","processInstanceId":"<id>","executionId":"<id>","taskId":null,"calledProcessInstanceId":null,"calledCaseInstanceId":null,
            "assignee":null,"startTime":"<date>","endTime":"<date>","durationInMillis":"<number>","canceled":false,"completeScope":false,"tenantId":null,"removalTime":"<date>",
            "rootProcessInstanceId":"<id>"}]
            """);
        var ends = (await session.GetAsync($"history/activity-instance?processInstanceId={instance}&activityType=noneEndEvent")).Is(200).Json;
        Assert.Equal("e", Assert.Single(ends.EnumerateArray()).GetProperty("activityId").GetString());
        (await session.GetAsync($"history/activity-instance/count?processInstanceId={instance}")).Is(200, """{"count":3}""");
        (await session.GetAsync($"history/variable-instance?processInstanceId={instance}&variableName=z")).Is(200, """
            [{"type":"Integer","value":2,"valueInfo":{},"id":"<id>","name":"z","processDefinitionKey":"one~","processDefinitionId":"one~:<number>:<id>","processInstanceId":"<id>",
            "executionId":"<id>","activityInstanceId":"<id>","caseDefinitionKey":null,"caseDefinitionId":null,"caseInstanceId":null,"caseExecutionId":null,"taskId":null,
            "errorMessage":null,"tenantId":null,"state":"CREATED","createTime":"<date>","removalTime":"<date>","rootProcessInstanceId":"<id>"}]
            """);
        (await session.GetAsync($"history/external-task-log?processInstanceId={instance}&failureLog=true")).Is(200, """
            [{"id":"<id>","timestamp":"<date>","removalTime":"<date>","externalTaskId":"<id>","topicName":"one~","workerId":"w","priority":0,"retries":null,"errorMessage":"m",
            "activityId":"t","activityInstanceId":"t:<id>","executionId":"<id>","processInstanceId":"<id>","processDefinitionId":"one~:<number>:<id>","processDefinitionKey":"one~",
            "tenantId":null,"rootProcessInstanceId":"<id>","creationLog":false,"failureLog":true,"successLog":false,"deletionLog":false}]
            """);
        foreach (var kind in new[] { "creationLog", "failureLog", "successLog" })
        {
            (await session.GetAsync($"history/external-task-log/count?processInstanceId={instance}&{kind}=true")).Is(200, """{"count":1}""");
        }

        (await session.GetAsync("history/process-instance/nope")).IsError(
            404,
            "InvalidRequestException",
            "Historic process instance with id nope does not exist",
            null);
    }
}
