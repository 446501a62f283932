using Camunda.ExternalTask.Testing;

namespace Camunda.ExternalTask.Conformance.Tests;

/// <summary>Fetches that are wrong in one way or another, and what the engines think of them.</summary>
public sealed class FetchRefusalTests
{
    private const string Topics = """ "topics":[{"topicName":"none","lockDuration":60000}] """;
    private const string Path = "external-task/fetchAndLock";

    private static readonly Dictionary<string, (string Body, int Status, string Type, string Message, int? Code)> RefusedRequests = new()
    {
        ["no workerId"] = ($$"""{"maxTasks":1,{{Topics}}}""", 500, "NullValueException", "workerId is null", 0),
        ["null workerId"] = ($$"""{"workerId":null,"maxTasks":1,{{Topics}}}""", 500, "NullValueException", "workerId is null", 0),
        ["maxTasks -1"] = ($$"""{"workerId":"w","maxTasks":-1,{{Topics}}}""", 500, "ProcessEngineException", "maxResults is not greater than or equal to 0", 0),
        ["no lockDuration"] = ("""{"workerId":"w","maxTasks":1,"topics":[{"topicName":"none"}]}""", 500, "ProcessEngineException", "lockTime is not greater than 0", 0),
        ["lockDuration 0"] = ("""{"workerId":"w","maxTasks":1,"topics":[{"topicName":"none","lockDuration":0}]}""", 500, "ProcessEngineException", "lockTime is not greater than 0", 0),
        ["lockDuration -1"] = ("""{"workerId":"w","maxTasks":1,"topics":[{"topicName":"none","lockDuration":-1}]}""", 500, "ProcessEngineException", "lockTime is not greater than 0", 0),
        ["null topicName"] = ("""{"workerId":"w","maxTasks":1,"topics":[{"topicName":null,"lockDuration":60000}]}""", 500, "NullValueException", "topicName is null", 0),
        ["async timeout over 30 min"] = (
            $$"""{"workerId":"w","maxTasks":1,"asyncResponseTimeout":1800001,{{Topics}}}""",
            400,
            "InvalidRequestException",
            "The asynchronous response timeout cannot be set to a value greater than 1800000 milliseconds",
            null),
        ["empty body"] = ("", 500, "NullValueException", "workerId is null", 0),
    };

    private static readonly Dictionary<string, string> AcceptedRequests = new()
    {
        ["empty workerId"] = $$"""{"workerId":"","maxTasks":1,{{Topics}}}""",
        ["no maxTasks"] = $$"""{"workerId":"w",{{Topics}}}""",
        ["maxTasks 0"] = $$"""{"workerId":"w","maxTasks":0,{{Topics}}}""",
        ["no topics"] = """{"workerId":"w","maxTasks":1}""",
        ["empty topics"] = """{"workerId":"w","maxTasks":1,"topics":[]}""",
        ["async timeout negative"] = $$"""{"workerId":"w","maxTasks":1,"asyncResponseTimeout":-1,{{Topics}}}""",
        ["unknown property"] = $$"""{"workerId":"w","maxTasks":1,{{Topics}},"bogus":1}""",
        ["unknown topic property"] = """{"workerId":"w","maxTasks":1,"topics":[{"topicName":"none","lockDuration":60000,"bogus":1}]}""",
        ["maxTasks a numeric string"] = $$"""{"workerId":"w","maxTasks":"1",{{Topics}}}""",
        ["null for lists"] = """{"workerId":"w","maxTasks":1,"topics":[{"topicName":"none","lockDuration":60000,"variables":null,"tenantIdIn":null}]}""",
    };

    public static TheoryData<string, EngineUnderTest> Refused { get; } = Cases(RefusedRequests.Keys);

    public static TheoryData<string, EngineUnderTest> Accepted { get; } = Cases(AcceptedRequests.Keys);

    [Theory(DisplayName = "fetch rejected"), MemberData(nameof(Refused))]
    public async Task Is_refused(string name, EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        var (body, status, type, message, code) = RefusedRequests[name];
        (await session.PostAsync(Path, body)).IsError(status, type, message, code);
    }

    [Theory(DisplayName = "fetch accepted"), MemberData(nameof(Accepted))]
    public async Task Is_accepted(string name, EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        (await session.PostAsync(Path, AcceptedRequests[name])).Is(200, "[]");
    }

    [Theory(DisplayName = "fetch rejected: bad sortBy"), Engines]
    public async Task Bad_sorting(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        var answer = await session.PostAsync(Path, $$"""{"workerId":"w","maxTasks":1,{{Topics}},"sorting":[{"sortBy":"bogus","sortOrder":"asc"}]}""");
        if (session.Flavor == EngineFlavor.Camunda717)
        {
            answer.Is(200, "[]");
        }
        else
        {
            answer.IsError(400, "InvalidRequestException", "Cannot set query sortBy parameter to value bogus", null);
        }
    }

    [Theory(DisplayName = "fetch rejected: maxTasks a string"), Engines]
    public async Task Wrong_type(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        (await session.PostAsync(Path, $$"""{"workerId":"w","maxTasks":"many",{{Topics}}}"""))
            .IsUnreadable("Cannot deserialize value of type `int` from String \"many\": not a valid `int` value");
    }

    [Theory(DisplayName = "fetch rejected: malformed JSON"), Engines]
    public async Task Malformed(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        (await session.PostAsync(Path, """{"workerId":""")).IsUnreadable("");
    }

    [Theory(DisplayName = "fetch rejected: text/plain"), Engines]
    public async Task Wrong_media_type(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        (await session.SendAsync(HttpMethod.Post, Path, "{}", "text/plain")).IsError(415, "NotSupportedException", "HTTP 415 Unsupported Media Type", null);
    }

    [Theory(DisplayName = "fetch rejected: PUT"), Engines]
    public async Task Wrong_method(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        (await session.PutAsync(Path, "{}")).IsError(405, "NotAllowedException", "HTTP 405 Method Not Allowed", null);
    }

    [Theory(DisplayName = "unknown path"), Engines]
    public async Task Unknown_path(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        (await session.GetAsync("nope")).IsError(404, "NotFoundException", "HTTP 404 Not Found", null);
    }

    private static TheoryData<string, EngineUnderTest> Cases(IEnumerable<string> names) =>
        new(names.SelectMany(static name => Enum.GetValues<EngineUnderTest>().Select(engine => (name, engine))));
}
