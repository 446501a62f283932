using System.Net;
using System.Text.Json;
using Camunda.ExternalTask.Conformance.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace Camunda.ExternalTask.Client.Conformance.Tests;

/// <summary>Types with converters and Java classes of their own, written by one generated handler and read by the next; Java objects read through the engine.</summary>
public sealed class ConverterCases
{
    private const string JavaObjects = """{"loan":{"value":{"customer":"Ä","amount":2.50}},"names":{"value":["a","b"]}}""";

    [Theory, Engines]
    public async Task Types_of_ones_own_are_what_their_converters_make_of_them(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        var written = new ConvertedValues(new(-9.50m, "EUR"), null, default, new(1709190296789), null, new(1, "CHF"));
        var (instance, read) = await RoundTripAsync(
            session, written, "case-write-converted", "case-read-converted", builder => builder.AddHandler<WriteConverted>().AddHandler<ReadConverted>());

        // What is transient is not there for the next step.
        Assert.Equal(written with { Fleeting = null }, read);
        var sent = Assert.Single(session.Sent("/complete"), request => request.Json.TryGetProperty("variables", out _)).Json.GetProperty("variables");
        JsonExpectation.Check(
            """
            {"price":{"type":"String","value":"-9.50 EUR"},"noPrice":{"type":"Null","value":null},"due":{"type":"Date","value":"2024-02-29T07:04:56.789+0000"},
            "noDue":{"type":"Null","value":null},"fleeting":{"type":"String","value":"1 CHF","valueInfo":{"transient":true}}}
            """,
            sent.GetRawText(),
            session.Engine.Flavor);
        await session.UntilAsync(() => session.HasEndedAsync(instance));
    }

    [Theory, Engines]
    public async Task Untyped_values_are_converted_too(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        var task = await session.TaskAsync("""{"price":{"type":"String","value":"5 EUR"},"other":{"type":"String","value":"five"}}""");
        Assert.Equal(new Money(5, "EUR"), task.Variables.Get<Money, MoneyConverter>("price"));
        var refusal = Assert.Throws<VariableException>(() => task.Variables.Get<Money, MoneyConverter>("other"));
        Assert.Equal(("other", "String", "Money"), (refusal.VariableName, refusal.ReceivedType, refusal.WantedType));
        await session.Client.CompleteAsync(
            task, new Dictionary<string, TypedValue> { ["price"] = TypedValue.Of<Money, MoneyConverter>(new(6, "EUR")) }, cancellationToken: ClientSession.Token);
        await session.HasVariableAsync(task, "price", """{"type":"String","value":"6 EUR","valueInfo":{}}""");
    }

    [Theory, Engines]
    public async Task Case091_An_object_of_application_xml_is_a_class_by_its_converter(EngineUnderTest engine)
    {
        await using var session = await OpenWithFormatsAsync(engine);
        var written = new CustomerValues(new("Ä & <B>", -5), null);
        var (instance, read) = await RoundTripAsync(
            session, written, "case-write-customer", "case-read-customer", builder => builder.AddHandler<WriteCustomer>().AddHandler<ReadCustomer>());

        Assert.Equal(written, read);
        await session.UntilAsync(() => session.HasEndedAsync(instance));
        Assert.Equal(
            ("Object", "<customer discount=\"-5\"><name>Ä &amp; &lt;B&gt;</name></customer>", "com.example.Customer", "application/xml"),
            await HistoricObjectAsync(session, instance, "customer"));
    }

    [Theory, Engines]
    public async Task A_type_names_its_Java_class_once(EngineUnderTest engine)
    {
        await using var session = await OpenWithFormatsAsync(engine);
        var written = new AddressValues(new("5th Ave"), new("Main"));
        var (instance, read) = await RoundTripAsync(
            session, written, "case-write-address", "case-read-address", builder => builder.AddHandler<WriteAddress>().AddHandler<ReadAddress>());

        Assert.Equal(written, read);
        await session.UntilAsync(() => session.HasEndedAsync(instance));
        Assert.Equal(("Object", """{"street":"5th Ave"}""", "com.example.Address", "application/json"), await HistoricObjectAsync(session, instance, "home"));
        Assert.Equal(("Json", """{"street":"Main"}""", null, null), await HistoricObjectAsync(session, instance, "work"));
    }

    [Theory, Engines]
    public async Task Case091_Java_serialized_objects_are_read_through_the_engine(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        var box = new ConvertedBox<JavaValues>();
        await session.DeployTwoTasksAsync(firstTopic: "case-read-java", secondTopic: "two~");
        session.StartWorker(builder =>
        {
            builder.Services.AddSingleton(box);
            builder.AddHandler<ReadJava>();
        });
        await session.Engine.StartAsync("one~", $$"""{"variables":{{JavaObjects}}}""");
        var read = await session.AwaitAsync(box.Read.Task);

        Assert.Equal((new LoanData("Ä", 2.50m, null), "a,b"), (read.Loan, string.Join(',', read.Names)));
        Assert.True(session.Sent("fetchAndLock")[0].Json.GetProperty("topics")[0].GetProperty("deserializeValues").GetBoolean());
        await session.FetchUntilAsync("two~");
    }

    [Theory, Engines]
    public async Task Case091_Without_the_engine_s_help_Java_serialized_objects_stay_what_they_are(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        var task = await session.TaskAsync(JavaObjects);
        var opaque = task.Variables.GetTyped("loan");
        Assert.Equal(("java.util.LinkedHashMap", "application/x-java-serialized-object"), (opaque.GetInfo("objectTypeName"), opaque.GetInfo("serializationDataFormat")));
        Assert.Equal(0xAC, task.Variables.Get<byte[]>("loan")![0]);
        await session.Client.UnlockAsync(task, ClientSession.Token);

        var open = (await session.FetchOneAsync("one~", request => request with { DeserializeValues = true, Variables = ["loan"] })).Variables;
        Assert.Equal(new LoanData("Ä", 2.50m, null), open.GetJson("loan", CaseJson.Default.LoanData));
        Assert.Equal("Ä", open.Get<JsonElement>("loan").GetProperty("customer").GetString());
    }

    [Theory, Engines]
    public async Task Case091_A_class_the_engine_does_not_have_poisons_the_fetch_unless_it_is_not_selected(EngineUnderTest engine)
    {
        await using var session = await OpenWithFormatsAsync(engine);
        var task = await session.TaskAsync(
            """
            {"known":{"type":"Object","value":"{\"a\":1}","valueInfo":{"objectTypeName":"java.util.HashMap","serializationDataFormat":"application/json"}},
            "unknown":{"type":"Object","value":"{\"a\":1}","valueInfo":{"objectTypeName":"com.example.Unknown","serializationDataFormat":"application/json"}}}
            """);
        await session.Client.UnlockAsync(task, ClientSession.Token);

        var refused = await Assert.ThrowsAsync<EngineException>(() => session.FetchAsync("one~", request => request with { DeserializeValues = true }));
        Assert.Equal(HttpStatusCode.InternalServerError, refused.StatusCode);

        var selected = await session.FetchOneAsync("one~", request => request with { DeserializeValues = true, Variables = ["known"] });
        Assert.Equal("""{"a":1}""", selected.Variables.Get<JsonElement>("known").GetRawText());
    }

    private static async Task<(string Instance, T Read)> RoundTripAsync<T>(
        ClientSession session, T written, string writing, string reading, Action<ExternalTaskWorkerBuilder> addHandlers)
    {
        var box = new ConvertedBox<T>(written);
        await session.DeployTwoTasksAsync(firstTopic: writing, secondTopic: reading);
        session.StartWorker(builder =>
        {
            builder.Services.AddSingleton(box);
            addHandlers(builder);
        });
        var instance = await session.Engine.StartAsync("one~");
        return (instance, await session.AwaitAsync(box.Read.Task));
    }

    private static async Task<(string? Type, string? Value, string? Class, string? Format)> HistoricObjectAsync(ClientSession session, string instance, string name)
    {
        var variable = Assert.Single((await session.Engine.GetAsync(
            $"history/variable-instance?processInstanceId={instance}&variableName={name}&deserializeValues=false")).Json.EnumerateArray());
        var info = variable.GetProperty("valueInfo");
        return (variable.GetProperty("type").GetString(), variable.GetProperty("value").GetString(), Info("objectTypeName"), Info("serializationDataFormat"));

        string? Info(string key) => info.TryGetProperty(key, out var value) ? value.GetString() : null;
    }

    private static async Task<ClientSession> OpenWithFormatsAsync(EngineUnderTest engine)
    {
        Assert.SkipWhen(engine is EngineUnderTest.Operaton10 or EngineUnderTest.MemoryAsOperaton10, "The Operaton of the tests has no formats for JSON, XML and objects.");
        return await ClientSession.OpenAsync(engine);
    }
}
