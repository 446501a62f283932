using Camunda.ExternalTask.Testing;

namespace Camunda.ExternalTask.Conformance.Tests;

/// <summary>Fetches that find something, or rightly nothing.</summary>
public sealed class FetchTests
{
    private const string WholeTask = """
        "activityId":"t","activityInstanceId":"t:<id>","errorMessage":null,"errorDetails":null,"executionId":"<id>","id":"<id>","lockExpirationTime":"<date>",
        "createTime":"<create-time>","processDefinitionId":"one~:<number>:<id>","processDefinitionKey":"one~","processDefinitionVersionTag":"1.2","processInstanceId":"<id>",
        "retries":null,"suspended":false,"workerId":"w","topicName":"one~","tenantId":null,"priority":0,"businessKey":"bk"
        """;

    [Theory(DisplayName = "version"), Engines]
    public async Task Version(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        (await session.GetAsync("version")).Is(200, $$"""{"version":"{{session.Flavor switch { EngineFlavor.Camunda717 => "7.17.0", EngineFlavor.Operaton10 => "1.0.3", _ => "7.24.0" }}}"}""");
    }

    [Theory(DisplayName = "fetch: nothing there"), Engines]
    public async Task Nothing(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        (await session.FetchAsync("none~")).Is(200, "[]");
    }

    [Theory(DisplayName = "fetch: a task, complete"), Engines]
    public async Task Whole_task(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        await session.DeployAsync(Bpmn.OneTask("one~", processAttributes: "camunda:versionTag=\"1.2\""));
        await session.StartAsync("one~", """{"businessKey":"bk","variables":{"n":{"value":42,"type":"Integer"}}}""");
        (await session.FetchAsync("one~")).Is(200, $$"""[{ {{WholeTask}},"variables":{"n":{"type":"Integer","value":42,"valueInfo":{} } },"extensionProperties":{} }]""");
    }

    [Theory(DisplayName = "fetch: extension properties and local input"), Engines]
    public async Task Extension_properties(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        await session.DeployAsync(Bpmn.OneTask("one~", """
            <extensionElements>
              <camunda:properties><camunda:property name="color" value="${red}" /></camunda:properties>
              <camunda:inputOutput><camunda:inputParameter name="localIn">${a + 1}</camunda:inputParameter></camunda:inputOutput>
            </extensionElements>
            """));
        await session.StartAsync("one~", """{"variables":{"a":{"value":1}}}""");
        var task = await session.FetchOneAsync("one~", more: ""","includeExtensionProperties":true""");
        JsonExpectation.Check("""{"color":"${red}"}""", task.GetProperty("extensionProperties").GetRawText(), session.Flavor);
        JsonExpectation.Check(
            """{"a":{"type":"Integer","value":1,"valueInfo":{}},"localIn":{"type":"Long","value":2,"valueInfo":{}}}""",
            task.GetProperty("variables").GetRawText(),
            session.Flavor);
    }

    [Theory(DisplayName = "fetch: only named variables, none, local ones"), Engines]
    public async Task Variables(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        await session.DeployAsync(Bpmn.OneTask("one~", Bpmn.Mapping("""<camunda:inputParameter name="in">x</camunda:inputParameter>""")));
        await session.StartAsync("one~", """{"variables":{"k":{"value":"x"},"other":{"value":1}}}""");
        const string inOnly = """{"in":{"type":"String","value":"x","valueInfo":{}}}""";
        (string More, string Variables)[] cases =
        [
            (""","variables":["k","absent"]""", """{"k":{"type":"String","value":"x","valueInfo":{}}}"""),
            (""","variables":[]""", "{}"),
            (""","localVariables":true""", inOnly),
            (""","localVariables":true,"variables":["k"]""", "{}"),
        ];
        foreach (var (more, variables) in cases)
        {
            var task = await session.FetchOneAsync("one~", more: more);
            JsonExpectation.Check(variables, task.GetProperty("variables").GetRawText(), session.Flavor);
            (await session.PostAsync($"external-task/{task.GetProperty("id")}/unlock", null)).IsNoContent();
        }
    }

    [Theory(DisplayName = "fetch: usePriority"), Engines]
    public async Task Priority(EngineUnderTest engine)
    {
        await using var session = await PrioritiesAsync(engine);
        var answer = await session.PostAsync(
            "external-task/fetchAndLock",
            """{"workerId":"w","maxTasks":2,"usePriority":true,"topics":[{"topicName":"one~","lockDuration":60000}]}""");
        Assert.Equal([9, 5], answer.Json.EnumerateArray().Select(static task => task.GetProperty("priority").GetInt64()));
    }

    [Theory(DisplayName = "fetch: sorting by create time"), Engines]
    public async Task Sorting(EngineUnderTest engine)
    {
        await using var session = await PrioritiesAsync(engine);
        var answer = await session.PostAsync(
            "external-task/fetchAndLock",
            """{"workerId":"w","maxTasks":3,"sorting":[{"sortBy":"createTime","sortOrder":"desc"}],"topics":[{"topicName":"one~","lockDuration":60000}]}""");
        var keys = answer.Is(200).Json.EnumerateArray().Select(static task => task.GetProperty("businessKey").GetString());
        if (session.Flavor == EngineFlavor.Camunda717)
        {
            Assert.Equal(3, keys.Count());
        }
        else
        {
            Assert.Equal(["bk9", "bk-3", "bk5"], keys);
        }
    }

    [Theory(DisplayName = "fetch: filters"), Engines]
    public async Task Filters(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        await session.DeployAsync(Bpmn.OneTask("one~", processAttributes: "camunda:versionTag=\"1.2\""));
        await session.StartAsync("one~", """{"businessKey":"bk","variables":{"country":{"value":"DE"},"n":{"value":1,"type":"Integer"},"nothing":{"value":null}}}""");
        (string Filter, bool Matches)[] cases =
        [
            (""" "businessKey":"other" """, false),
            (""" "businessKey":"" """, false),
            (""" "processVariables":{"country":"FR"} """, false),
            (""" "processVariables":{"n":"1"} """, false),
            (""" "processVariables":{"absent":1} """, false),
            (""" "processDefinitionVersionTag":"1.3" """, false),
            (""" "processDefinitionKey":"other" """, false),
            (""" "processDefinitionKeyIn":["other"] """, false),
            (""" "processDefinitionId":"other" """, false),
            (""" "processDefinitionIdIn":["other"] """, false),
            (""" "tenantIdIn":["acme"] """, false),
            (""" "businessKey":"bk","processVariables":{"country":"FR"} """, false),
            (""" "businessKey":"bk" """, true),
            (""" "processVariables":{"country":"DE"} """, true),
            (""" "processVariables":{"country":"FR","n":1} """, true),
            (""" "processVariables":{"nothing":null} """, true),
            (""" "processDefinitionVersionTag":"1.2","processDefinitionKey":"one~","processDefinitionKeyIn":["one~"] """, true),
            (""" "processDefinitionIdIn":[],"processDefinitionKeyIn":[],"tenantIdIn":[] """, true),
            (""" "withoutTenantId":true """, true),
        ];
        foreach (var (filter, matches) in cases)
        {
            var found = (await session.FetchAsync("one~", more: "," + filter)).Json;
            Assert.True(found.GetArrayLength() == (matches ? 1 : 0), $"{filter}: {found.GetRawText()}");
            if (matches)
            {
                (await session.PostAsync($"external-task/{found[0].GetProperty("id")}/unlock", null)).IsNoContent();
            }
        }
    }

    [Theory(DisplayName = "fetch: withoutTenantId misses a tenant's task, tenantIdIn finds it"), Engines]
    public async Task Tenants(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        await session.DeployAsync(Bpmn.OneTask("one~"), "acme");
        (await session.PostAsync("process-definition/key/one~/start", "{}")).IsError(
            404,
            "RestException",
            "No matching process definition with key: one~ and no tenant-id",
            null);
        (await session.PostAsync("process-definition/key/one~/tenant-id/acme/start", "{}")).Is(200);
        (await session.FetchAsync("one~", more: ""","withoutTenantId":true""")).Is(200, "[]");
        var task = await session.FetchOneAsync("one~", more: ""","tenantIdIn":["acme","other"]""");
        Assert.Equal("acme", task.GetProperty("tenantId").GetString());
    }

    [Theory(DisplayName = "fetch: two topics"), Engines]
    public async Task Two_topics(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        await session.DeployAsync(Bpmn.Process("two~", $"""
            {Bpmn.Start}{Bpmn.Flow("s", "g")}<parallelGateway id="g" />{Bpmn.Flow("g", "a")}{Bpmn.Flow("g", "b")}
            {Bpmn.Task("a", "a~")}{Bpmn.Flow("a", "e")}{Bpmn.Task("b", "b~")}{Bpmn.Flow("b", "e")}{Bpmn.End}
            """));
        await session.StartAsync("two~");
        var tasks = (await session.PostAsync(
            "external-task/fetchAndLock",
            """{"workerId":"w","maxTasks":5,"topics":[{"topicName":"a~","lockDuration":60000},{"topicName":"b~","lockDuration":60000}]}""")).Is(200).Json;
        Assert.Equal(["a", "b"], tasks.EnumerateArray().Select(static task => task.GetProperty("activityId").GetString()).Order());
    }

    [Theory(DisplayName = "fetch: same topic twice"), Engines]
    public async Task Same_topic_twice(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        await session.DeployAsync(Bpmn.OneTask("one~"));
        await session.StartAsync("one~", """{"variables":{"a":{"value":1},"b":{"value":2}}}""");
        var tasks = (await session.PostAsync(
            "external-task/fetchAndLock",
            """
            {"workerId":"w","maxTasks":5,"topics":[{"topicName":"one~","lockDuration":60000,"variables":["a"]},{"topicName":"one~","lockDuration":60000,"variables":["b"]}]}
            """)).Is(200).Json;
        JsonExpectation.Check(
            """{"b":{"type":"Integer","value":2,"valueInfo":{}}}""",
            Assert.Single(tasks.EnumerateArray()).GetProperty("variables").GetRawText(),
            session.Flavor);
    }

    [Theory(DisplayName = "fetch: deserializeValues"), Engines]
    public async Task Deserialized_values(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        Assert.SkipWhen(session.Flavor == EngineFlavor.Operaton10, "Operaton without Spin has no JSON objects.");
        await session.DeployAsync(Bpmn.OneTask("one~"));
        const string info = """{"objectTypeName":"java.util.HashMap<java.lang.Object,java.lang.Object>","serializationDataFormat":"application/json"}""";
        await session.StartAsync("one~", $$"""{"variables":{"o":{"value":"{\"x\":1}","type":"Object","valueInfo":{{info}} } } }""");
        var task = await session.FetchOneAsync("one~", more: ""","deserializeValues":true""");
        JsonExpectation.Check($$"""{"o":{"type":"Object","value":{"x":1},"valueInfo":{{info}} } }""", task.GetProperty("variables").GetRawText(), session.Flavor);
    }

    [Theory(DisplayName = "fetch: deserializeValues of an unknown class fails the whole fetch and locks nothing"), Engines]
    public async Task Poison(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        Assert.SkipWhen(session.Flavor == EngineFlavor.Operaton10, "Operaton without Spin has no JSON objects.");
        await session.DeployAsync(Bpmn.OneTask("one~"));
        await session.StartAsync("one~");
        await session.StartAsync(
            "one~",
            """{"variables":{"o":{"value":"{\"x\":1}","type":"Object","valueInfo":{"objectTypeName":"com.acme.Order","serializationDataFormat":"application/json"}}}}""");
        (await session.PostAsync(
            "external-task/fetchAndLock",
            """{"workerId":"w","maxTasks":9,"topics":[{"topicName":"one~","lockDuration":60000,"deserializeValues":true}]}""")).Is(500);
        (await session.GetAsync("external-task/count?topicName=one~&locked=true")).Is(200, """{"count":0}""");
    }

    [Theory(DisplayName = "fetch: named engine path"), Engines]
    public async Task Named_engine(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        (await session.PostAsync("engine/default/external-task/fetchAndLock", """{"workerId":"w","maxTasks":5,"topics":[{"topicName":"none~","lockDuration":60000}]}"""))
            .Is(200, "[]");
        var unknown = await session.PostAsync("engine/nope/external-task/fetchAndLock", """{"workerId":"w","maxTasks":5,"topics":[]}""");
        if (session.Flavor == EngineFlavor.Camunda717)
        {
            unknown.Is(500);
        }
        else
        {
            unknown.IsError(400, "InvalidRequestException", "No process engine available", null);
        }
    }

    [Theory(DisplayName = "fetch: no more than maxTasks, and no task twice"), Engines]
    public async Task Max_tasks(EngineUnderTest engine)
    {
        await using var session = await PrioritiesAsync(engine);
        var first = (await session.FetchAsync("one~", maxTasks: 2)).Json;
        var second = (await session.FetchAsync("one~", maxTasks: 2)).Json;
        Assert.Equal((2, 1), (first.GetArrayLength(), second.GetArrayLength()));
        Assert.Equal(3, first.EnumerateArray().Concat(second.EnumerateArray()).Select(static task => task.GetProperty("id").GetString()).Distinct().Count());
    }

    [Theory(DisplayName = "fetch: text of any kind as worker id, up to 255 characters"), Engines]
    public async Task Worker_ids(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        await session.DeployAsync(Bpmn.OneTask("one~"));
        await session.StartAsync("one~");
        var tooLong = await session.PostAsync(
            "external-task/fetchAndLock",
            $$"""{"workerId":"{{new string('w', 256)}}","maxTasks":1,"topics":[{"topicName":"one~","lockDuration":60000}]}""");
        tooLong.Is(500);
        var task = await session.FetchOneAsync("one~", worker: new string('w', 250) + "é#17");
        Assert.Equal(254, task.GetProperty("workerId").GetString()!.Length);
    }

    private static async Task<EngineSession> PrioritiesAsync(EngineUnderTest engine)
    {
        var session = await EngineSession.OpenAsync(engine);
        await session.DeployAsync(Bpmn.OneTask("one~", taskAttributes: "camunda:taskPriority=\"${prio}\""));
        foreach (var priority in new[] { 5, -3, 9 })
        {
            await session.StartAsync("one~", $$"""{"businessKey":"bk{{priority}}","variables":{"prio":{"value":{{priority}} } } }""");
            await session.TickAsync();
        }

        return session;
    }
}
