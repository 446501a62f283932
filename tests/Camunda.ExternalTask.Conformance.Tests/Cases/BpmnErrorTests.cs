using System.Text.Json;

namespace Camunda.ExternalTask.Conformance.Tests;

/// <summary>BPMN errors: who catches them, with which variables, and what happens when nobody does.</summary>
public sealed class BpmnErrorTests
{
    [Theory(DisplayName = "bpmnError: caught"), Engines]
    public async Task Caught(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        var (instance, task) = await CatchingAsync(session, Bpmn.ErrorBoundary("b", "t"));
        (await ThrowAsync(session, task, """{"workerId":"w","errorCode":"NO_STOCK","errorMessage":"gone","variables":{"ev":{"value":5,"type":"Integer"}}}""")).IsNoContent();
        (await session.GetAsync($"process-instance/{instance}/variables")).Is(200, """
            {"ev":{"type":"Integer","value":5,"valueInfo":{}},"msgVar":{"type":"String","value":"gone","valueInfo":{}},
            "codeVar":{"type":"String","value":"NO_STOCK","valueInfo":{}}}
            """);
        Assert.Equal("b", (await session.FetchOneAsync("caught~")).GetProperty("activityId").GetString()![..1]);
    }

    [Theory(DisplayName = "bpmnError: no one catches it, the instance ends silently"), Engines]
    public async Task Uncaught(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        var (instance, task) = await CatchingAsync(session, Bpmn.ErrorBoundary("b", "t"));
        (await ThrowAsync(session, task, """{"workerId":"w","errorCode":"OTHER"}""")).IsNoContent();
        var ended = (await session.GetAsync($"history/process-instance/{instance}")).Json;
        Assert.Equal("COMPLETED", ended.GetProperty("state").GetString());
        Assert.DoesNotContain("e", await EndEventsAsync(session, instance));
    }

    [Theory(DisplayName = "bpmnError: codes are compared exactly"), Engines]
    public async Task Exact_code(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        var (instance, task) = await CatchingAsync(session, Bpmn.ErrorBoundary("b", "t"));
        (await ThrowAsync(session, task, """{"workerId":"w","errorCode":"no_stock"}""")).IsNoContent();
        Assert.Equal("COMPLETED", (await session.GetAsync($"history/process-instance/{instance}")).Json.GetProperty("state").GetString());
    }

    [Theory(DisplayName = "bpmnError: the event for the code comes before the one for all, wherever it stands"), Engines]
    public async Task Specific_first(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        var (instance, task) = await CatchingAsync(session, $"{Bpmn.ErrorBoundary("all", "t", null)}{Bpmn.Flow("all", "e")}{Bpmn.ErrorBoundary("b", "t")}");
        (await ThrowAsync(session, task, """{"workerId":"w","errorCode":"NO_STOCK"}""")).IsNoContent();
        await session.FetchOneAsync("caught~");
        (await session.GetAsync($"history/activity-instance/count?processInstanceId={instance}&activityId=all")).Is(200, """{"count":0}""");
    }

    [Theory(DisplayName = "bpmnError: the event for all catches any code"), Engines]
    public async Task Catch_all(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        var (instance, task) = await CatchingAsync(session, Bpmn.ErrorBoundary("b", "t", null));
        (await ThrowAsync(session, task, """{"workerId":"w","errorCode":"ANY"}""")).IsNoContent();
        Assert.Equal("ANY", (await session.GetAsync($"process-instance/{instance}/variables/codeVar")).Json.GetProperty("value").GetString());
    }

    [Theory(DisplayName = "bpmnError: a reference to no error is the code itself"), Engines]
    public async Task Dangling_reference(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        var (_, task) = await CatchingAsync(session, Bpmn.ErrorBoundary("b", "t", "Dangling"));
        (await ThrowAsync(session, task, """{"workerId":"w","errorCode":"Dangling"}""")).IsNoContent();
        await session.FetchOneAsync("caught~");
    }

    [Theory(DisplayName = "bpmnError: caught on the border of the subprocess around"), Engines]
    public async Task Subprocess(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        await session.DeployAsync(Bpmn.Process("one~", $"""
            {Bpmn.Start}{Bpmn.Flow("s", "sub")}
            <subProcess id="sub"><startEvent id="s2" />{Bpmn.Flow("s2", "g")}<parallelGateway id="g" />{Bpmn.Flow("g", "t")}{Bpmn.Flow("g", "other")}
              {Bpmn.Task("t", "one~")}{Bpmn.Flow("t", "e2")}{Bpmn.Task("other", "other~")}{Bpmn.Flow("other", "e2")}<endEvent id="e2" /></subProcess>
            {Bpmn.Flow("sub", "e")}{Bpmn.End}{Bpmn.ErrorBoundary("b", "sub")}{Bpmn.Flow("b", "caught")}{Bpmn.Task("caught", "caught~")}{Bpmn.Flow("caught", "e")}
            """));
        await session.StartAsync("one~");
        (await ThrowAsync(session, await session.FetchOneAsync("one~"), """{"workerId":"w","errorCode":"NO_STOCK"}""")).IsNoContent();
        (await session.FetchAsync("other~")).Is(200, "[]");
        await session.FetchOneAsync("caught~");
    }

    [Theory(DisplayName = "bpmnError: thrown by an error end event"), Engines]
    public async Task End_event(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        await session.DeployAsync(Bpmn.Process("one~", $"""
            {Bpmn.Start}{Bpmn.Flow("s", "sub")}
            <subProcess id="sub"><startEvent id="s2" />{Bpmn.Flow("s2", "t")}{Bpmn.Task("t", "one~")}{Bpmn.Flow("t", "e2")}
              <endEvent id="e2"><errorEventDefinition errorRef="NoStock" /></endEvent></subProcess>
            {Bpmn.Flow("sub", "e")}{Bpmn.End}{Bpmn.ErrorBoundary("b", "sub")}{Bpmn.Flow("b", "caught")}{Bpmn.Task("caught", "caught~")}{Bpmn.Flow("caught", "e")}
            """));
        var instance = await session.StartAsync("one~");
        var task = await session.FetchOneAsync("one~");
        (await session.PostAsync($"external-task/{task.GetProperty("id")}/complete", """{"workerId":"w"}""")).IsNoContent();
        Assert.Equal("NO_STOCK", (await session.GetAsync($"process-instance/{instance}/variables/codeVar")).Json.GetProperty("value").GetString());
        await session.FetchOneAsync("caught~");
    }

    [Theory(DisplayName = "bpmnError: output parameters run, and fail the call where they cannot"), Engines]
    public async Task Output_mapping(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        var mapping = Bpmn.Mapping("""<camunda:inputParameter name="in">x</camunda:inputParameter><camunda:outputParameter name="out">${in}-${later}</camunda:outputParameter>""");
        var (instance, task) = await CatchingAsync(session, Bpmn.ErrorBoundary("b", "t"), mapping);
        (await ThrowAsync(session, task, """{"workerId":"w","errorCode":"NO_STOCK"}""")).IsError(
            500,
            "ProcessEngineException",
            "ENGINE-13033 Propagation of bpmn error NO_STOCK failed. ",
            0);
        (await ThrowAsync(session, task, """{"workerId":"w","errorCode":"NO_STOCK","variables":{"later":{"value":"L"},"in":{"value":"changed"}}}""")).IsNoContent();
        Assert.Equal("changed-L", (await session.GetAsync($"process-instance/{instance}/variables/out")).Json.GetProperty("value").GetString());
    }

    [Theory(DisplayName = "bpmnError rejected"), Engines]
    public async Task Refused(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        var task = await session.TaskAsync();
        (await ThrowAsync(session, task, """{"workerId":"w"}""")).IsError(500, "NullValueException", "errorCode is null", 0);
        (await ThrowAsync(session, task, """{"workerId":"w","errorCode":""}""")).Is(500);
        (await ThrowAsync(session, task, """{"errorCode":"X"}""")).IsError(500, "NullValueException", "workerId is null", 0);
        (await ThrowAsync(session, task, """{"workerId":"other","errorCode":"NO_STOCK"}""")).IsError(
            400,
            "RestException",
            $"Bpmn error of External Task {task.GetProperty("id")} cannot be reported by worker 'other'. It is locked by worker 'w'.",
            0);
        (await session.PostAsync("external-task/nope/bpmnError", """{"workerId":"w","errorCode":"NO_STOCK"}""")).IsError(
            404,
            "RestException",
            "External task with id nope does not exist",
            0);
    }

    [Theory(DisplayName = "errorEventDefinition on the task catches a failure, and a completion"), Engines]
    public async Task Task_error(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        const string definition = """
            <extensionElements><camunda:errorEventDefinition id="ed" errorRef="NoStock"
              expression="${externalTask.errorMessage == 'no stock' || (execution.hasVariable('left') &amp;&amp; left == 0)}" /></extensionElements>
            """;
        var (failed, task) = await CatchingAsync(session, Bpmn.ErrorBoundary("b", "t"), definition);
        (await session.PostAsync($"external-task/{task.GetProperty("id")}/failure", """{"workerId":"w","errorMessage":"no stock","retries":3}""")).IsNoContent();
        await session.FetchOneAsync("caught~");
        (await session.GetAsync($"process-instance/{failed}/variables/codeVar")).Is(200, """{"type":"String","value":"NO_STOCK","valueInfo":{}}""");

        var completed = await session.StartAsync("one~");
        task = await session.FetchOneAsync("one~");
        (await session.PostAsync($"external-task/{task.GetProperty("id")}/complete", """{"workerId":"w","localVariables":{"left":{"value":0}}}""")).IsNoContent();
        await session.FetchOneAsync("caught~");
        (await session.GetAsync($"process-instance/{completed}/variables/codeVar")).Is(200, """{"type":"String","value":"NO_STOCK","valueInfo":{}}""");
    }

    /// <summary>A task with boundary events; the one called <c>b</c> leads to a task of topic <c>caught~</c>.</summary>
    private static async Task<(string Instance, JsonElement Task)> CatchingAsync(EngineSession session, string boundaries, string extensions = "")
    {
        await session.DeployAsync(Bpmn.Process("one~", $"""
            {Bpmn.Start}{Bpmn.Flow("s", "t")}{Bpmn.Task("t", "one~", extensions)}{Bpmn.Flow("t", "e")}{Bpmn.End}
            {boundaries}{Bpmn.Flow("b", "bt")}{Bpmn.Task("bt", "caught~")}{Bpmn.Flow("bt", "e")}
            """));
        var instance = await session.StartAsync("one~");
        return (instance, await session.FetchOneAsync("one~"));
    }

    private static Task<Answer> ThrowAsync(EngineSession session, JsonElement task, string body) =>
        session.PostAsync($"external-task/{task.GetProperty("id")}/bpmnError", body);

    private static async Task<IEnumerable<string?>> EndEventsAsync(EngineSession session, string instance) =>
        (await session.GetAsync($"history/activity-instance?processInstanceId={instance}&activityType=noneEndEvent")).Json.EnumerateArray()
            .Select(static activity => activity.GetProperty("activityId").GetString());
}
