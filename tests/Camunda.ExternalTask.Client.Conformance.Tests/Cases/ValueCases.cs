using System.Net;
using System.Xml.Linq;
using Camunda.ExternalTask.Conformance.Tests;
using Camunda.ExternalTask.Testing;

namespace Camunda.ExternalTask.Client.Conformance.Tests;

/// <summary>Variables by type, written and read by the client.</summary>
public sealed class ValueCases
{
    public static TheoryData<string, EngineUnderTest> Values { get; } = new(
        WireValues.All.Keys.SelectMany(static name => Enum.GetValues<EngineUnderTest>().Select(engine => (name, engine))));

    [Theory, MemberData(nameof(Values))]
    public async Task Case062_to_094_A_value_is_written_as_the_engine_has_it_and_comes_back(string value, EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        var wire = WireValues.All[value];
        var task = await session.TaskAsync();
        var complete = () => session.Client.CompleteAsync(task, new Dictionary<string, TypedValue> { ["v"] = wire.Value }, cancellationToken: ClientSession.Token);
        if (wire.IsUnknownTo(session.Engine.Flavor))
        {
            Assert.NotNull((await Assert.ThrowsAsync<EngineException>(complete)).Type);
            return;
        }

        await complete();
        JsonExpectation.Check(wire.Sent, session.LastSent("/complete").Json.GetProperty("variables").GetProperty("v").GetRawText(), session.Engine.Flavor);
        await session.HasVariableAsync(task, "v", wire.StoredJson);

        // What was read goes back as it came, and the engine has the same afterwards.
        var next = await session.FetchOneAsync("two~");
        var read = next.Variables.GetTyped("v");
        Assert.Equal((wire.Value.Type, wire.Value.IsNull), (read.Type, read.IsNull));
        await session.Client.Variables.SetAsync(next, new Dictionary<string, TypedValue> { ["v"] = read }, ClientSession.Token);
        await session.HasVariableAsync(task, "v", wire.StoredJson);
    }

    [Theory, Engines]
    public async Task Case064_Absent_is_not_null(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        var variables = (await session.TaskAsync("""{"there":{"type":"Integer","value":null}}""")).Variables;
        Assert.Null(variables.Get<int?>("there"));
        Assert.True(variables.Contains("there"));
        Assert.False(variables.TryGet<int?>("missing", out _));
        Assert.Equal("Variable 'missing' is missing (expected int?). Set it in the process; names are case-sensitive.", Assert.Throws<VariableException>(() => variables.Get<int?>("missing")).Message);
    }

    [Theory, Engines]
    public async Task Case068_Numbers_are_widened_and_never_cut(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        var variables = (await session.TaskAsync("""{"i":{"type":"Integer","value":7},"l":{"type":"Long","value":5000000000},"d":{"type":"Double","value":1.5}}""")).Variables;
        Assert.Equal((7L, 7d, 7m), (variables.Get<long>("i"), variables.Get<double>("i"), variables.Get<decimal>("i")));
        var refusal = Assert.Throws<VariableException>(() => variables.Get<int>("l"));
        Assert.Equal(("l", "Long"), (refusal.VariableName, refusal.ReceivedType));
        Assert.Throws<VariableException>(() => variables.Get<int>("d"));
    }

    [Theory, Engines]
    public async Task Case069_Text_that_is_too_long_for_the_column_is_named(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        var task = await session.TaskAsync();
        var refused = await Assert.ThrowsAsync<EngineException>(
            () => session.Client.CompleteAsync(task, new Dictionary<string, TypedValue> { ["v"] = new string('x', 4001) }, cancellationToken: ClientSession.Token));
        Assert.Equal(HttpStatusCode.InternalServerError, refused.StatusCode);
        Assert.Equal((session.Engine.Flavor == EngineFlavor.Camunda717 ? null : 10002, false), (refused.Code, refused.IsRetryable));
        Assert.Contains("longer: 'v'.", refused.Message, StringComparison.Ordinal);
        refused = await Assert.ThrowsAsync<EngineException>(
            () => session.Client.Variables.SetAsync(task, new Dictionary<string, TypedValue> { ["v"] = new string('x', 4001), ["w"] = new string('\n', 4000) }, ClientSession.Token));
        Assert.Contains("longer: 'v'.", refused.Message, StringComparison.Ordinal);
        await session.Client.CompleteAsync(task, cancellationToken: ClientSession.Token);
    }

    [Theory, Engines]
    public async Task Case073_A_date_is_an_instant_and_null_is_null(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        var variables = (await session.TaskAsync("""{"d":{"type":"Date","value":"2024-02-29T07:04:56.789+0530"},"n":{"type":"Date","value":null}}""")).Variables;
        Assert.Equal(new DateTimeOffset(2024, 2, 29, 1, 34, 56, 789, TimeSpan.Zero), variables.Get<DateTimeOffset>("d"));
        Assert.Equal(new DateTime(2024, 2, 29, 1, 34, 56, 789, DateTimeKind.Utc), variables.Get<DateTime>("d").ToUniversalTime());
        Assert.Null(variables.Get<DateTimeOffset?>("n"));
        Assert.Null(variables.Get<DateTime?>("n"));
    }

    [Theory, Engines]
    public async Task Case085_Json_is_written_as_text(EngineUnderTest engine)
    {
        await using var session = await OpenWithFormatsAsync(engine);
        var task = await session.TaskAsync("""{"broken":{"type":"Json","value":"{x"}}""");
        await session.Client.Variables.SetAsync(
            task, new Dictionary<string, TypedValue> { ["loan"] = TypedValue.Json(new LoanData("Acme", 2.50m, null), CaseJson.Default.LoanData) }, ClientSession.Token);
        Assert.Equal("""{"customer":"Acme","amount":2.50,"note":null}""", session.LastSent("/variables").Json.GetProperty("modifications").GetProperty("loan").GetProperty("value").GetString());

        await session.Client.UnlockAsync(task, ClientSession.Token);
        var variables = (await session.FetchOneAsync("one~")).Variables;
        Assert.Equal(new LoanData("Acme", 2.50m, null), variables.GetJson("loan", CaseJson.Default.LoanData));
        Assert.Equal("Acme", variables.Get<System.Text.Json.JsonElement>("loan").GetProperty("customer").GetString());
        Assert.Equal("\"{x\"", System.Text.Encoding.UTF8.GetString(variables.GetTyped("broken").ValueJson.Span));
        Assert.Equal("broken", Assert.Throws<VariableException>(() => variables.GetJson("broken", CaseJson.Default.LoanData)).VariableName);
    }

    [Theory, Engines]
    public async Task Case087_Xml_is_text_or_a_document(EngineUnderTest engine)
    {
        await using var session = await OpenWithFormatsAsync(engine);
        var task = await session.TaskAsync("""{"xml":{"type":"Xml","value":"<a>1</a>"},"broken":{"type":"Xml","value":"<a"}}""");
        Assert.Equal("1", task.Variables.Get<XDocument>("xml")!.Root!.Value);
        Assert.Equal("<a>1</a>", task.Variables.Get<string>("xml"));
        Assert.Equal("<a", task.Variables.Get<string>("broken"));
        Assert.Equal("broken", Assert.Throws<VariableException>(() => task.Variables.Get<XDocument>("broken")).VariableName);
        await session.Client.Variables.SetAsync(task, new Dictionary<string, TypedValue> { ["xml"] = TypedValue.Xml(new XElement("b", "é")) }, ClientSession.Token);
        await session.HasVariableAsync(task, "xml", """{"type":"Xml","value":"<b>é</b>","valueInfo":{}}""");
    }

    [Theory, Engines]
    public async Task Case088_An_object_is_read_as_a_type_of_ones_own_and_keeps_its_infos(EngineUnderTest engine)
    {
        await using var session = await OpenWithFormatsAsync(engine);
        const string foo = """{"type":"Object","value":"{\"customer\":\"Ä\",\"amount\":1}","valueInfo":{"objectTypeName":"com.example.Foo","serializationDataFormat":"application/json"}}""";
        var task = await session.TaskAsync($$"""{"foo":{{foo}} }""");
        Assert.Equal(new LoanData("Ä", 1, null), task.Variables.GetJson("foo", CaseJson.Default.LoanData));
        var typed = task.Variables.GetTyped("foo");
        Assert.Equal(("com.example.Foo", "application/json"), (typed.GetInfo("objectTypeName"), typed.GetInfo("serializationDataFormat")));
        await session.Client.CompleteAsync(task, new Dictionary<string, TypedValue> { ["foo"] = typed }, cancellationToken: ClientSession.Token);
        await session.HasVariableAsync(task, "foo", foo);
    }

    [Theory, Engines]
    public async Task Case091_What_only_Java_reads_affects_nothing_else(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        var variables = (await session.TaskAsync("""{"list":{"value":[1,"x"]},"number":{"type":"Integer","value":1}}""")).Variables;
        Assert.Equal(1, variables.Get<int>("number"));
        Assert.Equal((VariableType.Object, "java.util.ArrayList"), (variables.GetTyped("list").Type, variables.GetTyped("list").GetInfo("objectTypeName")));
        Assert.Contains("Java-serialized", Assert.Throws<VariableException>(() => variables.Get<string>("list")).Message, StringComparison.Ordinal);
    }

    [Theory, Engines]
    public async Task Case093_A_transient_value_of_any_type_is_gone_after_the_completion(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        var task = await session.TaskAsync();
        var values = WireValues.All
            .Where(value => !value.Value.IsUnknownTo(session.Engine.Flavor))
            .ToDictionary(static value => value.Key, static value => value.Value.Value.AsTransient());
        values["file"] = TypedValue.File("x"u8.ToArray(), "a.txt").AsTransient();
        await session.Client.CompleteAsync(task, values, cancellationToken: ClientSession.Token);

        var sent = session.LastSent("/complete").Json.GetProperty("variables");
        Assert.All(sent.EnumerateObject(), variable => Assert.True(variable.Value.GetProperty("valueInfo").GetProperty("transient").GetBoolean()));
        Assert.Equal(values.Count, sent.EnumerateObject().Count());
        Assert.Empty((await session.FetchOneAsync("two~")).Variables.Names);
    }

    private static async Task<ClientSession> OpenWithFormatsAsync(EngineUnderTest engine)
    {
        Assert.SkipWhen(engine is EngineUnderTest.Operaton10 or EngineUnderTest.MemoryAsOperaton10, "The Operaton of the tests has no formats for JSON, XML and objects.");
        return await ClientSession.OpenAsync(engine);
    }
}
