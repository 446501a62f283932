using System.Text.Json;
using Camunda.ExternalTask.Testing;

namespace Camunda.ExternalTask.Conformance.Tests;

/// <summary>Objects that the engine cannot deserialize: their class is unknown, or their JSON is malformed.</summary>
public sealed class DeserializationTests
{
    private const string UnknownClass = "SPIN/JACKSON-JSON-01007 Cannot construct java type from string 'com.acme.Order'";
    private const string UnknownElement = "SPIN/JACKSON-JSON-01007 Cannot construct java type from string 'java.util.ArrayList<com.acme.Order>'";
    private const string Malformed = "SPIN/JACKSON-JSON-01001 Unable to parse input into json node";

    private static readonly (string TypeName, string Json, string Problem)[] Objects =
    [
        ("com.acme.Order", "{}", UnknownClass),
        ("java.util.ArrayList<com.acme.Order>", "[]", UnknownElement),
        ("java.util.ArrayList", "[1,", Malformed),
    ];

    public static TheoryData<string, string, string, EngineUnderTest> Cases { get; } = new(
        from value in Objects
        from engine in Enum.GetValues<EngineUnderTest>()
        select (value.TypeName, value.Json, value.Problem, engine));

    [Theory(DisplayName = "an object that cannot be deserialized fails a fetch that asks for it, which locks nothing"), MemberData(nameof(Cases))]
    public async Task Fetch_fails_and_locks_nothing(string typeName, string json, string problem, EngineUnderTest engine)
    {
        await using var session = await OpenAsync(engine, typeName, json);
        (await session.PostAsync(
            "external-task/fetchAndLock",
            """{"workerId":"w","maxTasks":9,"topics":[{"topicName":"one~","lockDuration":60000,"deserializeValues":true}]}"""))
            .IsError(500, "ProcessEngineException", MessageOf(problem), 0);
        (await session.GetAsync("external-task/count?topicName=one~&locked=true")).Is(200, """{"count":0}""");
        await session.FetchOneAsync("one~");
    }

    [Theory(DisplayName = "an object that cannot be deserialized fails a request for variables"), MemberData(nameof(Cases))]
    public async Task Requests_for_variables_fail(string typeName, string json, string problem, EngineUnderTest engine)
    {
        await using var session = await OpenAsync(engine, typeName, json);
        var task = await session.FetchOneAsync("one~");
        var path = $"process-instance/{task.GetProperty("processInstanceId")}/variables";
        (await session.GetAsync(path)).IsError(500, "ProcessEngineException", MessageOf(problem), 0);
        (await session.GetAsync(path + "/v")).IsError(
            500,
            "RestException",
            $"Cannot get process instance variable v: {MessageOf(problem)}",
            0);
        (await session.GetAsync(path + "?deserializeValues=false")).Is(200);
    }

    [Theory(DisplayName = "lists name the problem of an object that cannot be deserialized"), MemberData(nameof(Cases))]
    public async Task Lists_name_the_problem(string typeName, string json, string problem, EngineUnderTest engine)
    {
        await using var session = await OpenAsync(engine, typeName, json);
        var task = await session.FetchOneAsync("one~");
        var instance = task.GetProperty("processInstanceId");
        var listed = Single(await session.GetAsync($"variable-instance?processInstanceIdIn={instance}"));
        AssertUnreadable(listed, problem);
        AssertUnreadable(Single(await session.GetAsync($"history/variable-instance?processInstanceId={instance}")), problem);
        AssertUnreadable((await session.GetAsync($"variable-instance/{listed.GetProperty("id")}")).Is(200).Json, problem);
    }

    private static void AssertUnreadable(JsonElement variable, string problem)
    {
        Assert.Equal("Object", variable.GetProperty("type").GetString());
        Assert.Equal(JsonValueKind.Null, variable.GetProperty("value").ValueKind);
        Assert.Equal(JsonValueKind.Null, variable.GetProperty("valueInfo").ValueKind);
        Assert.Equal(MessageOf(problem), variable.GetProperty("errorMessage").GetString());
    }

    private static JsonElement Single(Answer answer) => Assert.Single(answer.Is(200).Json.EnumerateArray());

    private static string MessageOf(string problem) => "Cannot deserialize object in variable 'v': " + problem;

    private static async Task<EngineSession> OpenAsync(EngineUnderTest engine, string typeName, string json)
    {
        var session = await EngineSession.OpenAsync(engine);
        Assert.SkipWhen(session.Flavor == EngineFlavor.Operaton10, "Operaton without Spin has no JSON objects.");
        await session.DeployAsync(Bpmn.OneTask("one~"));
        await session.StartAsync("one~", $$"""
            {"variables":{"v":{"value":{{JsonSerializer.Serialize(json)}},"type":"Object",
            "valueInfo":{"objectTypeName":{{JsonSerializer.Serialize(typeName)}},"serializationDataFormat":"application/json"} } } }
            """);
        return session;
    }
}
