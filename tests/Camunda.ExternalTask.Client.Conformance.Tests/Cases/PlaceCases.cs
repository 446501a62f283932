using System.Numerics;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Camunda.ExternalTask.Conformance.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace Camunda.ExternalTask.Client.Conformance.Tests;

/// <summary>
/// Values by every way there is – typed handlers, untyped ones, the client – where culture and time zone are hostile. <see cref="GeneratedValueCases"/> has the ordinary
/// values, this class the edges.
/// </summary>
public sealed class PlaceCases
{
    private static readonly DateTimeOffset Instant = new(2024, 2, 29, 7, 4, 56, 789, new(5, 30, 0));

    public static TheoryData<string, string, EngineUnderTest> Places => GeneratedValueCases.Places;

    /// <summary>What a delegate writes by <see cref="UntypedOutput.Set"/>, and how the next one reads it.</summary>
    private static (string Name, object? Value, Func<TaskVariables, string, object?> Read)[] Untyped =>
    [
        ("true", true, static (variables, name) => variables.Get<bool>(name)),
        ("short", short.MinValue, static (variables, name) => variables.Get<short>(name)),
        ("int", int.MinValue, static (variables, name) => variables.Get<int>(name)),
        ("least long", long.MinValue, static (variables, name) => variables.Get<long>(name)),
        ("greatest long", long.MaxValue, static (variables, name) => variables.Get<long>(name)),
        ("greatest ulong", ulong.MaxValue, static (variables, name) => variables.Get<ulong>(name)),
        ("0.1", 0.1, static (variables, name) => variables.Get<double>(name)),
        ("greatest double", double.MaxValue, static (variables, name) => variables.Get<double>(name)),
        ("least double", double.Epsilon, static (variables, name) => variables.Get<double>(name)),
        ("NaN", double.NaN, static (variables, name) => variables.Get<double>(name)),
        ("Infinity", double.PositiveInfinity, static (variables, name) => variables.Get<double>(name)),
        ("-Infinity", double.NegativeInfinity, static (variables, name) => variables.Get<double>(name)),
        ("float", -0.1f, static (variables, name) => variables.Get<float>(name)),
        ("decimal", -1234567.890m, static (variables, name) => variables.Get<decimal>(name)),
        ("text", "İıiI \"\\\u0001😀", static (variables, name) => variables.Get<string>(name)),
        ("char", 'İ', static (variables, name) => variables.Get<char>(name)),
        ("Guid", Guid.Parse("6f9619ff-8b86-d011-b42d-00c04fc964ff"), static (variables, name) => variables.Get<Guid>(name)),
        ("Uri", new Uri("https://example.org/ä?b=1"), static (variables, name) => variables.Get<Uri>(name)),
        ("TimeSpan", new TimeSpan(-1, 2, 3, 4, 5), static (variables, name) => variables.Get<TimeSpan>(name)),
        ("DateOnly", new DateOnly(2024, 2, 29), static (variables, name) => variables.Get<DateOnly>(name)),
        ("least DateOnly", DateOnly.MinValue, static (variables, name) => variables.Get<DateOnly>(name)),
        ("greatest DateOnly", DateOnly.MaxValue, static (variables, name) => variables.Get<DateOnly>(name)),
        ("BigInteger", BigInteger.Pow(-7, 99), static (variables, name) => variables.Get<BigInteger>(name)),
        ("TimeOnly", new TimeOnly(23, 59, 59, 999), static (variables, name) => variables.Get<TimeOnly>(name)),
        ("DateTimeOffset", Instant, static (variables, name) => variables.Get<DateTimeOffset>(name)),
        ("local DateTime", Instant.LocalDateTime, static (variables, name) => variables.Get<DateTime>(name).ToLocalTime()),
        ("UTC DateTime", Instant.UtcDateTime, static (variables, name) => variables.Get<DateTime>(name)),
        ("bytes", new byte[] { 0, 1, 255 }, static (variables, name) => variables.Get<byte[]>(name)),
        ("null", null, static (variables, name) => variables.Get<string>(name)),
    ];

    [Theory, MemberData(nameof(Places))]
    public async Task Typed_edges_are_the_same_in_every_culture_and_time_zone(string culture, string zone, EngineUnderTest engine)
    {
        using var place = Place.GoTo(culture, zone);
        Place.IsStrange();
        await using var session = await ClientSession.OpenAsync(engine);
        await EdgeRoundTripAsync(session);
        await NoDocumentsRoundTripAsync(session);
    }

    [Theory, MemberData(nameof(Places))]
    public async Task Untyped_values_are_the_same_in_every_culture_and_time_zone(string culture, string zone, EngineUnderTest engine)
    {
        using var place = Place.GoTo(culture, zone);
        Place.IsStrange();
        await using var session = await ClientSession.OpenAsync(engine);
        await session.DeployTwoTasksAsync();
        var read = new TaskCompletionSource<(Dictionary<string, object?> Values, string Documents)>(TaskCreationOptions.RunContinuationsAsynchronously);
        session.StartWorker(builder => builder
            .AddHandler(session.Engine.Own("one~"), static (_, _) => Task.FromResult(TaskOutcome.Completed(new UntypedOutput()
                .SetAll(Untyped.Select(static value => KeyValuePair.Create(value.Name, value.Value)))
                .SetAllTyped(WireValues.All.Where(static value => value.Value.Value.IsNull).Select(static value => KeyValuePair.Create(value.Key, value.Value.Value)))
                .Set("json", JsonNode.Parse("""{"ä":-2.50}"""))
                .Set("xml", new XElement("a", new XAttribute("b", -1.5), "é"))
                .Set("file", new CamundaFile("İ.txt", "ı"u8.ToArray(), "text/plain", "UTF-8")))))
            .AddHandler(session.Engine.Own("two~"), async (context, cancellationToken) =>
            {
                try
                {
                    var variables = context.Variables;
                    var file = variables.Get<CamundaFile>("file")!;
                    var content = (await file.LoadAsync(cancellationToken)).ToArray();
                    var nulls = WireValues.All.Where(static value => value.Value.Value.IsNull);
                    Assert.All(nulls, value => Assert.Equal((value.Value.Value.Type, true), (variables.GetTyped(value.Key).Type, variables.GetTyped(value.Key).IsNull)));
                    read.TrySetResult((
                        Untyped.ToDictionary(static value => value.Name, value => value.Read(variables, value.Name)),
                        $"{variables.Get<JsonNode>("json")!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })} {variables.Get<XElement>("xml")} {file.FileName} {file.MimeType} {file.Encoding} {System.Text.Encoding.UTF8.GetString(content)}"));
                }
                catch (Exception exception)
                {
                    read.TrySetException(exception);
                }

                return TaskOutcome.Completed();
            }));
        await session.Engine.StartAsync("one~");
        var (values, documents) = await session.AwaitAsync(read.Task);
        Assert.All(Untyped, value => Assert.Equal(value.Value, values[value.Name]));
        Assert.Equal("""{"ä":-2.50} <a b="-1.5">é</a> İ.txt text/plain UTF-8 ı""", documents);
    }

    [Theory, MemberData(nameof(Places))]
    public async Task The_client_s_values_are_the_same_in_every_culture_and_time_zone(string culture, string zone, EngineUnderTest engine)
    {
        using var place = Place.GoTo(culture, zone);
        Place.IsStrange();
        await using var session = await ClientSession.OpenAsync(engine);
        var task = await session.TaskAsync();
        var values = WireValues.All.ToDictionary(static value => value.Key, static value => value.Value.Value);
        values["file"] = TypedValue.File("ı"u8.ToArray(), "İ.txt", "text/plain", "UTF-8");
        await session.Client.CompleteAsync(task, values, cancellationToken: ClientSession.Token);
        var sent = session.LastSent("/complete").Json.GetProperty("variables");
        Assert.All(WireValues.All, value => JsonExpectation.Check(value.Value.Sent, sent.GetProperty(value.Key).GetRawText(), session.Engine.Flavor));

        var next = await session.FetchOneAsync("two~");

        // Both by the engine's clock, which other cases may have set forward.
        Assert.InRange(next.LockExpirationTime - next.CreateTime!.Value, TimeSpan.FromSeconds(50), TimeSpan.FromSeconds(70));
        var read = next.Variables.ToDictionary().ToDictionary();
        Assert.All(values, value => Assert.Equal((value.Value.Type, value.Value.IsNull), (read[value.Key].Type, read[value.Key].IsNull)));
        Assert.Equal(Instant, read["071 +05:30"].Get<DateTimeOffset>());
        Assert.Equal(Instant.LocalDateTime, read["071 UTC"].Get<DateTime>().ToLocalTime().AddHours(-5).AddMinutes(-30));
        Assert.Equal((double.MaxValue, 0.1, double.NegativeInfinity), (read["067 greatest Double"].Get<double>(), read["067 0.1"].Get<double>(), read["067 -Infinity"].Get<double>()));
        Assert.Equal((long.MinValue, 0.10m), (read["065 least Long"].Get<long>(), read["094 decimal"].Get<decimal>()));

        // What was read is the same after it went back; a file's content has to be loaded before.
        read.Remove("file");
        await session.Client.Variables.SetAsync(next, read, ClientSession.Token);
        await session.Client.UnlockAsync(next, ClientSession.Token);
        var again = (await session.FetchOneAsync("two~")).Variables;
        Assert.All(read, value => Assert.Equal(value.Value, again.GetTyped(value.Key)));
        Assert.Equal("ı", System.Text.Encoding.UTF8.GetString((await again.Get<CamundaFile>("file")!.LoadAsync(ClientSession.Token)).Span));
    }

    private static async Task EdgeRoundTripAsync(ClientSession session)
    {
        var written = new EdgeValues(
            long.MinValue,
            long.MaxValue,
            short.MaxValue,
            double.MaxValue,
            double.Epsilon,
            double.PositiveInfinity,
            float.NaN,
            new(1583, 1, 1, 0, 0, 0, 1, TimeSpan.Zero),
            new(9999, 12, 30, 23, 59, 59, 999, TimeSpan.Zero),
            new("İ.txt", "ı"u8.ToArray(), "text/plain", "UTF-8"),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null);
        var box = new EdgeBox { Written = written };
        var instance = await StartAsync(session, box, "case-write-edges", "case-read-edges", static builder => builder.AddHandler<WriteEdges>().AddHandler<ReadEdges>());
        var (read, content) = await session.AwaitAsync(box.Read.Task);

        Assert.Equal(written with { File = read.File }, read);
        Assert.Equal(("İ.txt", "text/plain", "UTF-8", "ı"), (read.File.FileName, read.File.MimeType, read.File.Encoding, System.Text.Encoding.UTF8.GetString(content)));
        await session.UntilAsync(() => session.HasEndedAsync(instance));
    }

    private static async Task NoDocumentsRoundTripAsync(ClientSession session)
    {
        var box = new EdgeBox();
        await StartAsync(
            session, box, "case-write-no-documents", "case-read-no-documents", static builder => builder.AddHandler<WriteNoDocuments>().AddHandler<ReadNoDocuments>());
        var (read, task) = await session.AwaitAsync(box.NoDocuments.Task);
        Assert.Equal(new(null, null, null), read);
        Assert.Equal(["Json", "Object", "Xml"], task.Variables.Names.Select(name => task.Variables.GetTyped(name).TypeName).Order());
    }

    private static async Task<string> StartAsync(ClientSession session, EdgeBox box, string writing, string reading, Action<ExternalTaskWorkerBuilder> addHandlers)
    {
        await session.DeployTwoTasksAsync(firstTopic: writing, secondTopic: reading);
        session.StartWorker(builder =>
        {
            builder.Services.AddSingleton(box);
            addHandlers(builder);
        });
        return await session.Engine.StartAsync("one~");
    }
}
