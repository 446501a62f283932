using System.Text.Json;
using System.Xml.Linq;
using Camunda.ExternalTask.Conformance.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace Camunda.ExternalTask.Client.Conformance.Tests;

/// <summary>Values written by one generated handler and read by the next, with the engine between them; also where culture and time zone are hostile.</summary>
public sealed class GeneratedValueCases
{
    private static readonly string[] Cultures = ["ar-SA", "th-TH", "fa-IR", "tr-TR"];
    private static readonly string[] Zones = ["Asia/Kathmandu", "America/St_Johns"];

    public static TheoryData<string, string, EngineUnderTest> Places { get; } = new(
        from culture in Cultures
        from zone in Zones
        from engine in new[] { EngineUnderTest.Memory, EngineUnderTest.Camunda724 }
        select (culture, zone, engine));

    [Theory, Engines]
    public async Task Case062_to_094_Every_type_goes_from_handler_to_handler(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        await PlainRoundTripAsync(session);
    }

    [Theory, Engines]
    public async Task Case085_to_089_Documents_go_from_handler_to_handler(EngineUnderTest engine)
    {
        Assert.SkipWhen(engine is EngineUnderTest.Operaton10 or EngineUnderTest.MemoryAsOperaton10, "The Operaton of the tests has no formats for JSON, XML and objects.");
        await using var session = await ClientSession.OpenAsync(engine);
        await DocumentRoundTripAsync(session);
    }

    [Theory, MemberData(nameof(Places))]
    public async Task Values_are_the_same_in_every_culture_and_time_zone(string culture, string zone, EngineUnderTest engine)
    {
        using var place = Place.GoTo(culture, zone);
        Place.IsStrange();
        await using var session = await ClientSession.OpenAsync(engine);
        await PlainRoundTripAsync(session);
        await DocumentRoundTripAsync(session);
    }

    private static async Task PlainRoundTripAsync(ClientSession session)
    {
        var instant = new DateTimeOffset(2024, 2, 29, 7, 4, 56, 789, TimeSpan.Zero);
        var written = new PlainValues(
            true,
            short.MinValue,
            int.MinValue,
            9007199254740993,
            ulong.MaxValue,
            -1.7976931348623157E308,
            double.NaN,
            double.NegativeInfinity,
            0.1f,
            -1234567.890m,
            "İıiI \"\\\u0001😀",
            Guid.Parse("6f9619ff-8b86-d011-b42d-00c04fc964ff"),
            new Uri("https://example.org/ä?b=1"),
            new TimeSpan(-1, 2, 3, 4, 5),
            new DateOnly(2024, 2, 29),
            new TimeOnly(23, 59, 59, 999),
            instant,
            instant.LocalDateTime,
            Risk.High,
            'İ',
            [0, 1, 255],
            null,
            null,
            null,
            null,
            new Optional<int?>(null));
        var box = new ValueBox { Plain = written };
        var instance = await StartAsync(session, box, "case-write-plain", "case-read-plain", builder => builder.AddHandler<WritePlain>().AddHandler<ReadPlain>());
        var read = await session.AwaitAsync(box.PlainRead.Task);

        Assert.Equal(written with { Bytes = [], Local = default }, read with { Bytes = [], Local = default });
        Assert.Equal(written.Bytes, read.Bytes);
        Assert.Equal(written.Local.ToUniversalTime(), read.Local.ToUniversalTime());
        await session.UntilAsync(() => session.HasEndedAsync(instance));
    }

    private static async Task DocumentRoundTripAsync(ClientSession session)
    {
        var written = new DocumentValues(
            new("İı", -1.50m, null), null, JsonDocument.Parse("""{"ä":[1,-2.50,null]}""").RootElement, new XElement("a", new XAttribute("b", -1.5), "é"), new("ş", 2, "x"));
        var box = new ValueBox { Documents = written };
        var instance = await StartAsync(session, box, "case-write-documents", "case-read-documents", builder => builder.AddHandler<WriteDocuments>().AddHandler<ReadDocuments>());
        var read = await session.AwaitAsync(box.DocumentsRead.Task);

        Assert.Equal((written.Loan, written.NoLoan, written.Object), (read.Loan, read.NoLoan, read.Object));
        Assert.Equal("""{"ä":[1,-2.50,null]}""", read.Element.GetRawText());
        Assert.Equal("<a b=\"-1.5\">é</a>", read.Xml.ToString());
        await session.UntilAsync(() => session.HasEndedAsync(instance));
    }

    private static async Task<string> StartAsync(
        ClientSession session, ValueBox box, string writing, string reading, Action<ExternalTaskWorkerBuilder> addHandlers)
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
