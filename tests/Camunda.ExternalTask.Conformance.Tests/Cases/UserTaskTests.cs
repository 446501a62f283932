using Camunda.ExternalTask.Testing;

namespace Camunda.ExternalTask.Conformance.Tests;

/// <summary>User tasks: their attributes, who may claim and complete them, and their errors.</summary>
public sealed class UserTaskTests
{
    [Theory(DisplayName = "task: attributes are expressions"), Engines]
    public async Task Attributes(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        var (instance, _) = await StartAsync(session, """
            name="Check ${n + 1}" camunda:assignee="${'eve'}" camunda:candidateGroups="a, b" camunda:formKey="fk" camunda:dueDate="2027-01-01T10:00:00" camunda:priority="${n}"
            """);
        var (updated, state) = session.Flavor == EngineFlavor.Camunda717 ? ("", "") : ("\"lastUpdated\":null,", ",\"taskState\":\"Created\"");
        if (session.Flavor == EngineFlavor.Operaton10)
        {
            state = (await session.GetAsync($"task?processInstanceId={instance}")).Text.Contains("taskState", StringComparison.Ordinal) ? state : "";
        }

        Assert.Equal("eve", (await session.GetAsync($"task?processInstanceId={instance}")).Json[0].GetProperty("assignee").GetString());
        Assert.Equal("Check 4", (await session.GetAsync($"task?processInstanceId={instance}")).Json[0].GetProperty("name").GetString());
        Assert.Equal(3, (await session.GetAsync($"task?processInstanceId={instance}")).Json[0].GetProperty("priority").GetInt32());
        if (session.Flavor == EngineFlavor.Camunda724)
        {
            (await session.GetAsync($"task?processInstanceId={instance}")).Is(200, $$"""
                [{"id":"<id>","name":"Check 4","assignee":"eve","created":"<date>","due":"2027-01-01T10:00:00.000+0000","followUp":null,{{updated}}"delegationState":null,
                "description":null,"executionId":"<id>","owner":null,"parentTaskId":null,"priority":3,"processDefinitionId":"one~:<number>:<id>","processInstanceId":"<id>",
                "taskDefinitionKey":"u","caseExecutionId":null,"caseInstanceId":null,"caseDefinitionId":null,"suspended":false,"formKey":"fk","camundaFormRef":null,
                "tenantId":null{{state}}}]
                """);
        }
    }

    [Theory(DisplayName = "task: claim, unclaim and complete with variables"), Engines]
    public async Task Claim_and_complete(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        var (instance, task) = await StartAsync(session, "camunda:candidateUsers=\"eve,bob\"");
        (await session.PostAsync($"task/{task}/claim", """{"userId":"eve"}""")).IsNoContent();
        (await session.PostAsync($"task/{task}/claim", """{"userId":"bob"}""")).IsError(
            500,
            "TaskAlreadyClaimedException",
            session.Flavor == EngineFlavor.Camunda717 ? "<any>" : $"Task '{task}' is already claimed by someone else.",
            0);
        (await session.PostAsync($"task/{task}/unclaim", "{}")).IsNoContent();
        (await session.PostAsync($"task/{task}/claim", """{"userId":"bob"}""")).IsNoContent();
        (await session.PostAsync($"task/{task}/complete", """{"variables":{"ok":{"value":true,"type":"Boolean"}}}""")).IsNoContent();
        Assert.Equal("e:noneEndEvent s:startEvent u:userTask", await session.ActivitiesAsync(instance));
        (await session.PostAsync($"task/{task}/complete", "{}")).IsError(
            500,
            "RestException",
            $"Cannot complete task {task}: Cannot find task with id {task}: task is null",
            0);
        Assert.Equal(404, (await session.GetAsync($"task/{task}")).Status);
    }

    [Theory(DisplayName = "task: variables of a completion are returned on request"), Engines]
    public async Task Variables_in_return(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        var (_, task) = await StartAsync(session, "");
        (await session.PostAsync($"task/{task}/complete", """{"withVariablesInReturn":true,"variables":{"z":{"value":"q"}}}""")).Is(200, """
            {"n":{"type":"Integer","value":3,"valueInfo":{}},"z":{"type":"String","value":"q","valueInfo":{}}}
            """);
    }

    [Theory(DisplayName = "task: a BPMN error is caught, one without a code is rejected"), Engines]
    public async Task Error(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        var (instance, task) = await StartAsync(session, "", $"{Bpmn.ErrorBoundary("b", "u")}{Bpmn.Path("b", "e2")}<endEvent id=\"e2\" />");
        foreach (var (action, code) in new[] { ("bpmnError", "errorCode"), ("bpmnEscalation", "escalationCode") })
        {
            (await session.PostAsync($"task/{task}/{action}", "{}")).IsError(400, "RestException", $"{code} is null", 0);
            (await session.PostAsync($"task/{task}/{action}", $$"""{"{{code}}":""}""")).IsError(400, "RestException", $"{code} is empty", 0);
            (await session.PostAsync($"task/none/{action}", "{}")).IsError(400, "RestException", $"{code} is null", 0);
            (await session.PostAsync($"task/none/{action}", $$"""{"{{code}}":"A"}""")).IsError(404, "RestException", "Cannot find task with id none: task is null", 0);
        }

        (await session.PostAsync($"task/{task}/bpmnError", """{"errorCode":"NO_STOCK","errorMessage":"gone"}""")).IsNoContent();
        Assert.Equal("b:boundaryError e2:noneEndEvent s:startEvent u:userTask*", await session.ActivitiesAsync(instance));
    }

    private static async Task<(string Instance, string Task)> StartAsync(EngineSession session, string attributes, string more = "")
    {
        await session.DeployAsync(Bpmn.Process("one~", $"{Bpmn.Start}{Bpmn.Path("s", "u", "e")}<userTask id=\"u\" {attributes} />{Bpmn.End}{more}"));
        var instance = await session.StartAsync("one~", """{"variables":{"n":{"value":3}}}""");
        return (instance, (await session.GetAsync($"task?processInstanceId={instance}")).Json[0].GetProperty("id").GetString()!);
    }
}
