using Camunda.ExternalTask.Testing;

namespace Camunda.ExternalTask.Conformance.Tests;

/// <summary>Variables outside of fetch and complete.</summary>
public sealed class VariableTests
{
    [Theory(DisplayName = "set: process variables, and local ones"), Engines]
    public async Task Modify(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        var task = await session.TaskAsync("""{"old":{"value":1}}""");
        var (instance, execution) = (task.GetProperty("processInstanceId"), task.GetProperty("executionId"));
        (await session.PostAsync($"process-instance/{instance}/variables", """{"modifications":{"m":{"value":1,"type":"Integer"}},"deletions":["old","nothing"]}"""))
            .IsNoContent();
        (await session.PostAsync($"execution/{execution}/localVariables", """{"modifications":{"local":{"value":2,"type":"Integer"}}}""")).IsNoContent();
        const string m = """ "m":{"type":"Integer","value":1,"valueInfo":{}} """;
        const string local = """ "local":{"type":"Integer","value":2,"valueInfo":{}} """;
        (await session.GetAsync($"process-instance/{instance}/variables")).Is(200, $$"""{ {{m}} }""");
        (await session.GetAsync($"execution/{execution}/localVariables")).Is(200, $$"""{ {{local}} }""");
        (await session.GetAsync($"process-instance/{execution}/variables")).Is(200, $$"""{ {{m}}, {{local}} }""");
        (await session.PostAsync($"process-instance/{execution}/variables", """{"modifications":{"viaExecution":{"value":3}}}""")).IsNoContent();
        (await session.GetAsync($"process-instance/{instance}/variables/viaExecution")).Is(200, """{"type":"Integer","value":3,"valueInfo":{}}""");
    }

    [Theory(DisplayName = "set: a text that is too long"), Engines]
    public async Task ModifyTooLong(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        var task = await session.TaskAsync();
        var instance = task.GetProperty("processInstanceId");
        (await session.PostAsync($"process-instance/{instance}/variables", $$$"""{"modifications":{"m":{"value":"{{{new string('x', 4001)}}}"},"n":{"value":1} } }""")).IsError(
            500,
            "RestException",
            $"Cannot modify variables for process instance {instance}: Variable value is too long",
            0);
        (await session.GetAsync($"process-instance/{instance}/variables")).Is(200, "{}");
    }

    [Theory(DisplayName = "set: one variable"), Engines]
    public async Task Put(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        var task = await session.TaskAsync();
        var (instance, execution) = (task.GetProperty("processInstanceId"), task.GetProperty("executionId"));
        (await session.PutAsync($"process-instance/{instance}/variables/p", """{"value":1}""")).IsNoContent();
        (await session.PutAsync($"execution/{execution}/localVariables/q", """{"value":"x"}""")).IsNoContent();
        (await session.GetAsync($"execution/{execution}/localVariables/q")).Is(200, """{"type":"String","value":"x","valueInfo":{}}""");
        (await session.PutAsync($"process-instance/{instance}/variables/p", """{"value":"x","type":"Integer"}""")).IsError(
            400,
            "InvalidRequestException",
            "Cannot put process instance variable p: Cannot convert value 'x' of type 'Integer' to java type java.lang.Integer",
            null);
        (await session.DeleteAsync($"process-instance/{instance}/variables/p")).IsNoContent();
        (await session.DeleteAsync($"execution/{execution}/localVariables/q")).IsNoContent();
        (await session.GetAsync($"process-instance/{instance}/variables/p")).IsError(
            404,
            "InvalidRequestException",
            "process instance variable with name p does not exist",
            null);
        (await session.GetAsync($"execution/{execution}/localVariables/q")).IsError(
            404,
            "InvalidRequestException",
            "execution variable with name q does not exist",
            null);
    }

    [Theory(DisplayName = "set rejected: bad value, unknown process instance"), Engines]
    public async Task Refused(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        var task = await session.TaskAsync();
        (await session.PostAsync($"process-instance/{task.GetProperty("processInstanceId")}/variables", """{"modifications":{"m":{"value":"abc","type":"Integer"}}}""")).IsError(
            400,
            "InvalidRequestException",
            "Cannot modify variables for process instance: Cannot convert value 'abc' of type 'Integer' to java type java.lang.Integer",
            null);
        (await session.PostAsync("process-instance/nope/variables", """{"modifications":{"m":{"value":1}}}""")).IsError(
            500,
            "RestException",
            "Cannot modify variables for process instance nope: execution nope doesn't exist: execution is null",
            0);
        (await session.GetAsync("process-instance/nope/variables")).IsError(500, "NullValueException", "execution nope doesn't exist: execution is null", 0);
        (await session.GetAsync("execution/nope/localVariables")).IsError(500, "NullValueException", "execution nope doesn't exist: execution is null", 0);
    }

    [Theory(DisplayName = "set rejected: not a value object"), Engines]
    public async Task A_value_object_must_be_an_object(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        var task = await session.TaskAsync();
        var path = $"process-instance/{task.GetProperty("processInstanceId")}/variables";
        var type = $"`{(session.Flavor == EngineFlavor.Operaton10 ? "org.operaton" : "org.camunda")}.bpm.engine.rest.dto.VariableValueDto`";
        var construct = $"Cannot construct instance of {type} (although at least one Creator exists): no ";
        var factory = "-argument constructor/factory method to deserialize from ";
        foreach (var (sent, start) in new[]
        {
            ("\"x\"", $"{construct}String{factory}String value ('x')"),
            ("5", $"{construct}int/Int{factory}Number value (5)"),
            ("1.5", $"{construct}double/Double{factory}Number value (1.5)"),
            ("true", $"{construct}boolean/Boolean{factory}boolean value (true)"),
            ("[1]", $"Cannot deserialize value of type {type} from Array value (token `JsonToken.START_ARRAY`)"),
        })
        {
            (await session.PutAsync(path + "/v", sent)).IsUnreadable(start);
            (await session.PostAsync(path, $$"""{"modifications":{"v":{{sent}} } }""")).IsUnreadable(start);
        }
    }

    [Theory(DisplayName = "upload rejected: no data, unknown type"), Engines]
    public async Task An_upload_needs_data_and_a_known_type(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        var task = await session.TaskAsync();
        var path = $"process-instance/{task.GetProperty("processInstanceId")}/variables/v/data";
        var package = session.Flavor == EngineFlavor.Operaton10 ? "org.operaton" : "org.camunda";
        (await session.UploadAsync(path, ("valueType", "File"))).IsError(
            500,
            "NullPointerException",
            $"Cannot invoke \"{package}.bpm.engine.rest.mapper.MultipartFormData$FormPart.getBinaryContent()\" because \"binaryDataFormPart\" is null",
            null);
        (await session.UploadAsync(path, ("valueType", "Bogus"), ("data", "x"))).IsError(400, "RestException", "Unsupported value type 'Bogus'", null);
    }

    [Theory(DisplayName = "file data"), Engines]
    public async Task Data(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        var task = await session.TaskAsync("""
            {"file":{"value":"aGVsbG8=","type":"File","valueInfo":{"filename":"a b.txt","mimeType":"text/plain","encoding":"UTF-8"}},
            "bare":{"value":"aGVsbG8=","type":"File","valueInfo":{"filename":"ä.bin"}},
            "bytes":{"value":"aGVsbG8=","type":"Bytes"},"number":{"value":1}}
            """);
        var (instance, execution) = (task.GetProperty("processInstanceId"), task.GetProperty("executionId"));
        foreach (var owner in new[] { instance, execution })
        {
            var file = (await session.GetAsync($"process-instance/{owner}/variables/file/data")).Is(200);
            Assert.Equal(("hello", "text/plain"), (file.Text, file.MediaType));
            Assert.StartsWith("attachment; filename=\"a b.txt\"", file.Disposition, StringComparison.Ordinal);
            Assert.EndsWith("filename*=UTF-8''a%20b.txt", file.Disposition, StringComparison.Ordinal);
        }

        var bare = (await session.GetAsync($"process-instance/{instance}/variables/bare/data")).Is(200);
        Assert.Equal(("hello", "application/octet-stream"), (bare.Text, bare.MediaType));
        var bytes = (await session.GetAsync($"process-instance/{instance}/variables/bytes/data")).Is(200);
        Assert.Equal(("hello", "application/octet-stream", null), (bytes.Text, bytes.MediaType, bytes.Disposition));

        (await session.GetAsync($"process-instance/{instance}/variables/number/data")).IsError(
            400,
            "InvalidRequestException",
            $"Value of variable with id {instance} is not a binary value.",
            null);
        (await session.GetAsync($"execution/{execution}/localVariables/file/data")).IsError(
            404,
            "InvalidRequestException",
            "execution variable with name file does not exist",
            null);
        (await session.GetAsync("process-instance/nope/variables/v/data")).IsError(
            500,
            "RestException",
            "Cannot get process instance variable v: execution nope doesn't exist: execution is null",
            0);
    }

    [Theory(DisplayName = "variable instances"), Engines]
    public async Task Instances(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        var task = await session.TaskAsync("""{"a/b":{"value":"aGVsbG8=","type":"Bytes"},"c":{"value":"x"}}""");
        var instance = task.GetProperty("processInstanceId");
        var answer = await session.GetAsync($"variable-instance?executionIdIn={instance}&variableName=a%2Fb&deserializeValues=false");
        var variable = Assert.Single(answer.Is(200).Json.EnumerateArray());
        Assert.Equal("hello", (await session.GetAsync($"variable-instance/{variable.GetProperty("id")}/data")).Is(200).Text);
        (await session.GetAsync($"variable-instance?processInstanceIdIn={instance}&variableName=c")).Is(200, """
            [{"type":"String","value":"x","valueInfo":{},"id":"<id>","name":"c","processDefinitionId":"one~:<number>:<id>","processInstanceId":"<id>","executionId":"<id>",
            "caseInstanceId":null,"caseExecutionId":null,"taskId":null,"batchId":null,"activityInstanceId":"<id>","errorMessage":null,"tenantId":null}]
            """);
        (await session.GetAsync($"variable-instance/count?processInstanceIdIn={instance}")).Is(200, """{"count":2}""");
    }

    [Theory(DisplayName = "untyped structures come back deserialized where that is not switched off"), Engines]
    public async Task Structures(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        var task = await session.TaskAsync("""{"list":{"value":[1,"x"]},"map":{"value":{"k":true}}}""");
        (await session.GetAsync($"process-instance/{task.GetProperty("processInstanceId")}/variables")).Is(200, """
            {"list":{"type":"Object","value":[1,"x"],"valueInfo":{"objectTypeName":"java.util.ArrayList","serializationDataFormat":"application/x-java-serialized-object"}},
            "map":{"type":"Object","value":{"k":true},"valueInfo":{"objectTypeName":"java.util.LinkedHashMap","serializationDataFormat":"application/x-java-serialized-object"}}}
            """);
        Assert.StartsWith(
            "rO0AB",
            task.GetProperty("variables").GetProperty("list").GetProperty("value").GetString(),
            StringComparison.Ordinal);
    }
}
