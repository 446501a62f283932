using System.Text.Json;

namespace Camunda.ExternalTask.Conformance.Tests;

/// <summary>Locks: taken, extended, given back, expired, and who may do what while.</summary>
public sealed class LockTests
{
    private static readonly TimeSpan LongerThanTheLock = TimeSpan.FromMinutes(2);

    [Theory(DisplayName = "extendLock: ok, from now on, shorter too"), Engines]
    public async Task Extend(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        var task = await session.TaskAsync();
        var before = await LockOfAsync(session, task);
        (await CallAsync(session, task, "extendLock", """{"workerId":"w","newDuration":120000}""")).IsNoContent();
        var longer = await LockOfAsync(session, task);
        (await CallAsync(session, task, "extendLock", """{"workerId":"w","newDuration":1000}""")).IsNoContent();
        var shorter = await LockOfAsync(session, task);
        Assert.True(string.CompareOrdinal(longer, before) > 0 && string.CompareOrdinal(shorter, before) < 0, $"{before} {longer} {shorter}");
    }

    [Theory(DisplayName = "extendLock rejected"), Engines]
    public async Task Extend_refused(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        var task = await session.TaskAsync();
        (await CallAsync(session, task, "extendLock", """{"workerId":"other","newDuration":1000}""")).IsError(
            400,
            "RestException",
            $"The lock of the External Task {Id(task)} cannot be extended by worker 'other''. It is locked by worker 'w'.",
            0);
        (await CallAsync(session, task, "extendLock", """{"workerId":"w","newDuration":0}""")).IsError(400, "RestException", "lockTime is not greater than 0", 0);
        (await CallAsync(session, task, "extendLock", """{"workerId":"w"}""")).IsError(400, "RestException", "lockTime is not greater than 0", 0);
        (await CallAsync(session, task, "extendLock", """{"newDuration":1000}""")).IsError(500, "NullValueException", "workerId is null", 0);
        (await session.PostAsync("external-task/nope/extendLock", """{"workerId":"w","newDuration":1000}""")).IsError(
            404,
            "RestException",
            "External task with id nope does not exist",
            0);
    }

    [Theory(DisplayName = "extendLock rejected: lock already expired; lock takes it again"), Engines]
    public async Task Extend_after_expiry(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        var task = await session.TaskAsync();
        await session.AdvanceAsync(LongerThanTheLock);
        (await CallAsync(session, task, "extendLock", """{"workerId":"w","newDuration":60000}""")).IsError(
            400,
            "RestException",
            "Cannot extend a lock that expired: lockExpirationTime is not greater than or equal to <number>",
            0);
        (await CallAsync(session, task, "lock", """{"workerId":"w","lockDuration":60000}""")).IsNoContent();
        (await CallAsync(session, task, "extendLock", """{"workerId":"w","newDuration":60000}""")).IsNoContent();
    }

    [Theory(DisplayName = "unlock: by anyone, and again"), Engines]
    public async Task Unlock(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        var task = await session.TaskAsync();
        (await CallAsync(session, task, "unlock", null)).IsNoContent();
        (await CallAsync(session, task, "unlock", "{}")).IsNoContent();
        (await session.GetAsync($"external-task/{Id(task)}")).Is(200, $$"""
            {"activityId":"t","activityInstanceId":"t:<id>","errorMessage":null,"executionId":"<id>","id":"<id>","lockExpirationTime":null,"createTime":"<create-time>",
            "processDefinitionId":"one~:<number>:<id>","processDefinitionKey":"one~","processDefinitionVersionTag":null,"processInstanceId":"<id>","retries":null,
            "suspended":false,"workerId":null,"topicName":"one~","tenantId":null,"priority":0,"businessKey":"bk"}
            """);
        (await CallAsync(session, task, "complete", """{"workerId":"w"}""")).IsError(
            400,
            "RestException",
            $"External Task {Id(task)} cannot be completed by worker 'w'. It is locked by worker 'null'.",
            0);
        (await session.PostAsync("external-task/nope/unlock", null)).IsError(404, "RestException", "External task with id nope does not exist", 0);
    }

    [Theory(DisplayName = "lock: a free task, again by the same worker, not another's"), Engines]
    public async Task Lock(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        var task = await session.TaskAsync();
        (await CallAsync(session, task, "lock", """{"workerId":"w","lockDuration":60000}""")).IsNoContent();
        (await CallAsync(session, task, "lock", """{"workerId":"other","lockDuration":60000}""")).IsError(
            400,
            "RestException",
            $"External Task {Id(task)} cannot be locked by worker 'other'. It is locked by worker 'w'.",
            0);
        (await CallAsync(session, task, "unlock", null)).IsNoContent();
        (await CallAsync(session, task, "lock", """{"workerId":"other","lockDuration":60000}""")).IsNoContent();
        (await CallAsync(session, task, "lock", """{"workerId":"other","lockDuration":0}""")).IsError(400, "RestException", "lockDuration is not greater than 0", 0);
        (await CallAsync(session, task, "lock", """{"lockDuration":60000}""")).IsError(500, "NullValueException", "workerId is null", 0);
        (await session.PostAsync("external-task/nope/lock", """{"workerId":"w","lockDuration":1000}""")).IsError(
            404,
            "RestException",
            "External task with id nope does not exist",
            0);
    }

    [Theory(DisplayName = "lock: another's that has expired"), Engines]
    public async Task Lock_after_expiry(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        var task = await session.TaskAsync();
        await session.AdvanceAsync(LongerThanTheLock);
        (await CallAsync(session, task, "lock", """{"workerId":"other","lockDuration":60000}""")).IsNoContent();
    }

    [Theory(DisplayName = "complete: lock expired, nobody else holds it"), Engines]
    public async Task Complete_after_expiry(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        var task = await session.TaskAsync();
        await session.AdvanceAsync(LongerThanTheLock);
        (await CallAsync(session, task, "complete", """{"workerId":"w"}""")).IsNoContent();
    }

    [Theory(DisplayName = "rejected: lock expired and another worker holds it"), Engines]
    public async Task Settle_after_loss(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        var task = await session.TaskAsync();
        await session.AdvanceAsync(LongerThanTheLock);
        await session.FetchOneAsync("one~", worker: "thief");
        const string tail = "It is locked by worker 'thief'.";
        (await CallAsync(session, task, "complete", """{"workerId":"w"}""")).IsError(
            400,
            "RestException",
            $"External Task {Id(task)} cannot be completed by worker 'w'. {tail}",
            0);
        (await CallAsync(session, task, "failure", """{"workerId":"w","retries":1}""")).IsError(
            400,
            "RestException",
            $"Failure of External Task {Id(task)} cannot be reported by worker 'w'. {tail}",
            0);
        (await CallAsync(session, task, "bpmnError", """{"workerId":"w","errorCode":"X"}""")).IsError(
            400,
            "RestException",
            $"Bpmn error of External Task {Id(task)} cannot be reported by worker 'w'. {tail}",
            0);
    }

    [Theory(DisplayName = "one worker id for all polls is no fence: the zombie completes"), Engines]
    public async Task No_fence(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        var stale = await session.TaskAsync();
        await session.AdvanceAsync(LongerThanTheLock);
        var fresh = await session.FetchOneAsync("one~");
        (await CallAsync(session, stale, "complete", """{"workerId":"w"}""")).IsNoContent();
        (await CallAsync(session, fresh, "complete", """{"workerId":"w"}""")).IsError(
            404,
            "RestException",
            $"External task with id {Id(fresh)} does not exist",
            0);
    }

    [Theory(DisplayName = "suspended: nothing is settled or fetched, unlock and lock work"), Engines]
    public async Task Suspended(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        var task = await session.TaskAsync();
        var instance = task.GetProperty("processInstanceId");
        (await session.PutAsync($"process-instance/{instance}/suspended", """{"suspended":true}""")).IsNoContent();
        (string Call, string Body)[] calls =
        [
            ("complete", """{"workerId":"w"}"""),
            ("failure", """{"workerId":"w"}"""),
            ("bpmnError", """{"workerId":"w","errorCode":"x"}"""),
            ("extendLock", """{"workerId":"w","newDuration":1000}"""),
        ];
        foreach (var (call, body) in calls)
        {
            (await CallAsync(session, task, call, body)).IsError(400, "RestException", $"ENGINE-03043 ExternalTask with id '{Id(task)}' is suspended.", 0);
        }

        (await CallAsync(session, task, "lock", """{"workerId":"w","lockDuration":1000}""")).IsNoContent();
        (await CallAsync(session, task, "unlock", null)).IsNoContent();
        (await session.FetchAsync("one~")).Is(200, "[]");
        (await session.GetAsync("external-task/count?topicName=one~&suspended=true")).Is(200, """{"count":1}""");
        (await session.PutAsync($"process-instance/{instance}/suspended", """{"suspended":false}""")).IsNoContent();
        await session.FetchOneAsync("one~");
    }

    [Theory(DisplayName = "instance deleted: every call is 404"), Engines]
    public async Task Deleted(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        var task = await session.TaskAsync();
        (await session.DeleteAsync($"process-instance/{task.GetProperty("processInstanceId")}")).IsNoContent();
        foreach (var call in new[] { "complete", "failure", "bpmnError", "extendLock", "lock", "unlock" })
        {
            (await CallAsync(session, task, call, """{"workerId":"w","errorCode":"x","newDuration":1000,"lockDuration":1000}""")).IsError(
                404,
                "RestException",
                $"External task with id {Id(task)} does not exist",
                0);
        }
    }

    private static string Id(JsonElement task) => task.GetProperty("id").GetString()!;

    private static Task<Answer> CallAsync(EngineSession session, JsonElement task, string call, string? body) =>
        session.PostAsync($"external-task/{Id(task)}/{call}", body);

    private static async Task<string> LockOfAsync(EngineSession session, JsonElement task) =>
        (await session.GetAsync($"external-task/{Id(task)}")).Json.GetProperty("lockExpirationTime").GetString()!;
}
