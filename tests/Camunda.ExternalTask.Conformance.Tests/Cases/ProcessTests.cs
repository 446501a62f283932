using Camunda.ExternalTask.Testing;

namespace Camunda.ExternalTask.Conformance.Tests;

/// <summary>Deployments, starts, and the way through gateways.</summary>
public sealed class ProcessTests
{
    [Theory(DisplayName = "start: with variables in return"), Engines]
    public async Task Start(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        await session.DeployAsync(Bpmn.OneTask("one~"));
        var key = session.Flavor == EngineFlavor.Camunda717 ? "" : ",\"definitionKey\":\"one~\"";
        (await session.PostAsync("process-definition/key/one~/start", """{"variables":{"a":{"value":"x"}},"withVariablesInReturn":true,"businessKey":"b1"}""")).Is(200, $$"""
            {"links":[{"method":"GET","href":"http<any>/engine-rest/process-instance/<id>","rel":"self"}],"id":"<id>","definitionId":"one~:<number>:<id>","businessKey":"b1",
            "caseInstanceId":null,"ended":false,"suspended":false,"tenantId":null{{key}},"variables":{"a":{"type":"String","value":"x","valueInfo":{} } } }
            """);
        (await session.PostAsync("process-definition/key/one~/start", "")).Is(200);
        (await session.PostAsync("process-definition/key/nope/start", "{}")).IsError(
            404,
            "RestException",
            "No matching process definition with key: nope and no tenant-id",
            null);
    }

    [Theory(DisplayName = "start rejected: an error on the way starts nothing"), Engines]
    public async Task Start_refused(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        await session.DeployAsync(Bpmn.OneTask("one~", Bpmn.Mapping("""<camunda:inputParameter name="in">${absent}</camunda:inputParameter>""")));
        (await session.PostAsync("process-definition/key/one~/start", "{}")).IsError(
            500,
            "RestException",
            "Cannot instantiate process definition one~:<number>:<id>: Unknown property used in expression: ${absent}. Cause: Cannot resolve identifier 'absent'",
            0);
        (await session.GetAsync("process-instance/count?processDefinitionKey=one~")).Is(200, """{"count":0}""");
        (await session.GetAsync("history/process-instance/count?processDefinitionKey=one~")).Is(200, """{"count":0}""");
    }

    [Theory(DisplayName = "deploy: versions, and nothing new for the same content"), Engines]
    public async Task Versions(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        await session.DeployAsync(Bpmn.OneTask("one~"));
        await session.DeployAsync(Bpmn.OneTask("one~", taskAttributes: "camunda:taskPriority=\"5\""));
        Assert.Equal(2, (await session.GetAsync("process-definition/key/one~")).Is(200).Json.GetProperty("version").GetInt32());
        await session.StartAsync("one~");
        Assert.Equal(5, (await session.FetchOneAsync("one~")).GetProperty("priority").GetInt64());
        Assert.Empty((await session.DeployAgainAsync(Bpmn.OneTask("one~", taskAttributes: "camunda:taskPriority=\"5\""))).DefinitionIds);
    }

    [Theory(DisplayName = "deploy rejected: no time to live, no topic, no expression, no XML"), Engines]
    public async Task Deploy_refused(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        (string Model, int Status, string Type)[] cases =
        [
            (Bpmn.OneTask("one~").Replace("camunda:historyTimeToLive=\"30\"", "", StringComparison.Ordinal), 400, "ParseException"),
            (Bpmn.OneTask("one~").Replace("camunda:topic=\"one~\"", "", StringComparison.Ordinal), 400, "ParseException"),
            (Bpmn.OneTask("one~").Replace("camunda:topic=\"one~\"", "camunda:topic=\"${a b}\"", StringComparison.Ordinal), 500, "ProcessEngineException"),
            ("<definitions>", 500, "ProcessEngineException"),
            (Bpmn.OneTask("one~", "<extensionElements><camunda:errorEventDefinition id=\"d\" errorRef=\"NoStock\" /></extensionElements>"), 500, "ProcessEngineException"),
        ];
        foreach (var (model, status, type) in cases.Skip(session.Flavor == EngineFlavor.Camunda717 ? 1 : 0))
        {
            var error = await Assert.ThrowsAsync<EngineRequestException>(() => session.DeployAsync(model));
            Assert.Equal((status, type), ((int)error.Status, error.Type));
        }
    }

    [Theory(DisplayName = "the extensions of another engine are ignored"), Engines]
    public async Task Extensions_of_other_engines(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        var isOperaton = session.Flavor == EngineFlavor.Operaton10;
        (string Prefix, string Namespace, bool IsRead)[] cases =
        [
            ("camunda", "http://camunda.org/schema/1.0/bpmn", true),
            ("operaton", "http://operaton.org/schema/1.0/bpmn", isOperaton),
            ("activiti", "http://activiti.org/bpmn", !isOperaton),
        ];
        foreach (var (prefix, ns, isRead) in cases)
        {
            var model = Bpmn.OneTask("one~").Replace("xmlns:camunda=\"http://camunda.org/schema/1.0/bpmn\"", $"xmlns:{prefix}=\"{ns}\"", StringComparison.Ordinal)
                .Replace(" camunda:", $" {prefix}:", StringComparison.Ordinal);
            var error = await Record.ExceptionAsync(() => session.DeployAsync(model));
            Assert.Equal((prefix, isRead ? null : "ParseException"), (prefix, (error as EngineRequestException)?.Type));
        }
    }

    [Theory(DisplayName = "topics and priorities are expressions, every kind of external task works"), Engines]
    public async Task External_kinds(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        const string external = """camunda:type="external" camunda:topic="${name}-~" """;
        await session.DeployAsync(Bpmn.Process(
            "one~",
            $$"""
            {{Bpmn.Start}}{{Bpmn.Flow("s", "send")}}<sendTask id="send" {{external}} />{{Bpmn.Flow("send", "rule")}}
            <businessRuleTask id="rule" {{external}} camunda:taskPriority="${p + 1}" />{{Bpmn.Flow("rule", "throw")}}
            <intermediateThrowEvent id="throw"><messageEventDefinition {{external}} /></intermediateThrowEvent>{{Bpmn.Flow("throw", "e")}}
            <endEvent id="e"><messageEventDefinition {{external}} /></endEvent>
            """,
            "camunda:taskPriority=\"7\""));
        var instance = await session.StartAsync("one~", """{"variables":{"name":{"value":"t"},"p":{"value":41}}}""");
        foreach (var (activity, priority) in new[] { ("send", 7), ("rule", 42), ("throw", 7), ("e", 7) })
        {
            var task = await session.FetchOneAsync("t-~");
            Assert.Equal((activity, priority), (task.GetProperty("activityId").GetString(), task.GetProperty("priority").GetInt64()));
            (await session.PostAsync($"external-task/{task.GetProperty("id")}/complete", """{"workerId":"w"}""")).IsNoContent();
        }

        Assert.Equal("COMPLETED", (await session.GetAsync($"history/process-instance/{instance}")).Json.GetProperty("state").GetString());
    }

    [Theory(DisplayName = "gateway: conditions decide, what is no Boolean is an error"), Engines]
    public async Task Gateway(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        await session.DeployAsync(Bpmn.Process("one~", $$"""
            {{Bpmn.Start}}{{Bpmn.Flow("s", "t")}}{{Bpmn.Task("t", "one~")}}{{Bpmn.Flow("t", "g")}}<exclusiveGateway id="g" />
            {{Bpmn.Flow("g", "a", "${ok}")}}{{Bpmn.Flow("g", "b", "${n > 5}")}}<endEvent id="a" /><endEvent id="b" />
            """));
        (string Variables, string Message)[] refused =
        [
            ("{}", "Unknown property used in expression: ${ok}. Cause: Cannot resolve identifier 'ok'"),
            ("""{"ok":{"value":"true"}}""", "condition expression returns non-Boolean: result has class java.lang.String and not java.lang.Boolean"),
            ("""{"ok":{"value":1}}""", "condition expression returns non-Boolean: result has class java.lang.Integer and not java.lang.Boolean"),
            ("""{"ok":{"value":null}}""", "condition expression returns null: result is null"),
            (
                """{"ok":{"value":false},"n":{"value":1}}""",
                "ENGINE-02004 No outgoing sequence flow for the element with id 'g' could be selected for continuing the process."),
            ("""{"ok":{"value":false},"n":{"value":"abc"}}""", "Error while evaluating expression: ${n > 5}. Cause: Cannot coerce 'abc' to class java.lang.Long"),
            (
                """{"ok":{"value":false},"n":{"value":null}}""",
                "ENGINE-02004 No outgoing sequence flow for the element with id 'g' could be selected for continuing the process."),
        ];
        var instance = await session.StartAsync("one~");
        var task = await session.FetchOneAsync("one~");
        var complete = $"external-task/{task.GetProperty("id")}/complete";
        foreach (var (variables, message) in refused)
        {
            (await session.PostAsync(complete, $$"""{"workerId":"w","variables":{{variables}} }""")).IsError(
                500,
                message.EndsWith("is null", StringComparison.Ordinal) ? "NullValueException" : "ProcessEngineException",
                message,
                0);
        }

        (await session.PostAsync(complete, """{"workerId":"w","variables":{"ok":{"value":false},"n":{"value":"6"}}}""")).IsNoContent();
        var ends = (await session.GetAsync($"history/activity-instance?processInstanceId={instance}&activityType=noneEndEvent")).Json;
        Assert.Equal("b", Assert.Single(ends.EnumerateArray()).GetProperty("activityId").GetString());
    }

    [Theory(DisplayName = "gateway: the default flow where nothing holds"), Engines]
    public async Task Default_flow(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        await session.DeployAsync(Bpmn.Process("one~", $$"""
            {{Bpmn.Start}}{{Bpmn.Flow("s", "g")}}<exclusiveGateway id="g" default="g_b_1" />
            {{Bpmn.Flow("g", "b")}}{{Bpmn.Flow("g", "a", "${n == 1}")}}<endEvent id="a" /><endEvent id="b" />
            """));
        foreach (var (n, end) in new[] { (1, "a"), (2, "b") })
        {
            var instance = await session.StartAsync("one~", $$"""{"variables":{"n":{"value":{{n}} } } }""");
            var ends = (await session.GetAsync($"history/activity-instance?processInstanceId={instance}&activityType=noneEndEvent")).Json;
            Assert.Equal(end, Assert.Single(ends.EnumerateArray()).GetProperty("activityId").GetString());
        }
    }

    [Theory(DisplayName = "task: several flows out fork, and none that holds is an error"), Engines]
    public async Task Conditional_flows(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        await session.DeployAsync(Bpmn.Process("one~", $$"""
            {{Bpmn.Start}}{{Bpmn.Flow("s", "t")}}{{Bpmn.Task("t", "one~")}}
            {{Bpmn.Flow("t", "a", "${n > 0}")}}{{Bpmn.Task("a", "two~")}}{{Bpmn.Flow("t", "b", "${n > 1}")}}{{Bpmn.Task("b", "two~")}}
            """));
        await session.StartAsync("one~");
        var complete = $"external-task/{(await session.FetchOneAsync("one~")).GetProperty("id")}/complete";
        (await session.PostAsync(complete, """{"workerId":"w","variables":{"n":{"value":0}}}""")).IsError(
            500,
            "ProcessEngineException",
            "ENGINE-02006 No conditional sequence flow leaving the Flow Node 't' could be selected for continuing the process.",
            0);
        (await session.PostAsync(complete, """{"workerId":"w","variables":{"n":{"value":2}}}""")).IsNoContent();
        Assert.Equal(2, (await session.FetchAsync("two~")).Json.GetArrayLength());
    }
}
