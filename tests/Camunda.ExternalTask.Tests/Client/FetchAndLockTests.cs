using System.Net;

namespace Camunda.ExternalTask.Tests.Client;

public class FetchAndLockTests
{
    private static readonly TimeSpan Lock = TimeSpan.FromSeconds(20);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Case013_A_request_says_everything_it_was_told()
    {
        var engine = new RecordingHandler(HttpStatusCode.OK, "[]");
        var request = new FetchRequest(
        [
            new TopicRequest("a", Lock)
            {
                Variables = ["x", "y"],
                IncludeExtensionProperties = true,
                DeserializeValues = true,
                Filter = new()
                {
                    BusinessKey = "bk",
                    ProcessDefinitionId = "p:1:x",
                    ProcessDefinitionIdIn = ["p:1:x"],
                    ProcessDefinitionKey = "p",
                    ProcessDefinitionKeyIn = ["p", "q"],
                    ProcessDefinitionVersionTag = "v2",
                    TenantIdIn = ["t1"],
                    LocalVariables = true,
                    ProcessVariables = new Dictionary<string, TypedValue> { ["country"] = "DE", ["n"] = 1, ["none"] = TypedValue.Null() },
                },
            },
            new TopicRequest("b", Lock) { Variables = [], Filter = new() { WithoutTenantId = true } },
        ])
        {
            MaxTasks = 5,
            UsePriority = false,
            CreateTimeOrder = SortOrder.Descending,
            AsyncResponseTimeout = TimeSpan.FromSeconds(30),
            WorkerId = "w1#2",
        };

        Assert.Empty(await engine.Client().FetchAndLockAsync(request, Token));

        var (call, body) = engine.Sent.Single();
        Assert.Equal("POST /engine-rest/external-task/fetchAndLock", call);
        Assert.Equal(
            """
            {"workerId":"w1#2","maxTasks":5,"usePriority":false,"sorting":[{"sortBy":"createTime","sortOrder":"desc"}],"asyncResponseTimeout":30000,"topics":[
            {"topicName":"a","lockDuration":20000,"variables":["x","y"],"includeExtensionProperties":true,"deserializeValues":true,"processDefinitionId":"p:1:x","processDefinitionIdIn":["p:1:x"],
            "processDefinitionKey":"p","processDefinitionKeyIn":["p","q"],"processDefinitionVersionTag":"v2","businessKey":"bk","tenantIdIn":["t1"],"localVariables":true,
            "processVariables":{"country":"DE","n":1,"none":null}},
            {"topicName":"b","lockDuration":20000,"variables":[],"withoutTenantId":true}]}
            """.ReplaceLineEndings(""),
            body);
    }

    [Fact]
    public async Task Case001_The_least_request()
    {
        var engine = new RecordingHandler(HttpStatusCode.OK, "[]");
        await engine.Client().FetchAndLockAsync(new("a", Lock), Token);
        Assert.Equal("""{"workerId":"w1","maxTasks":10,"usePriority":true,"topics":[{"topicName":"a","lockDuration":20000}]}""", engine.Sent.Single().Body);
    }

    [Fact]
    public async Task Tasks_come_with_their_variables()
    {
        var engine = new RecordingHandler(HttpStatusCode.OK, """
            [{"id":"T1","topicName":"a","workerId":"w1","retries":null,"variables":{"n":{"type":"Integer","value":42,"valueInfo":{}}},"errorMessage":"cut \uD83D"},
             {"id":"T2","topicName":"b","workerId":"w1","retries":0,"variables":{}}]
            """);
        var tasks = await engine.Client().FetchAndLockAsync(new("a", Lock), Token);
        Assert.Equal(["T1", "T2"], tasks.Select(task => task.TaskId));
        Assert.Equal(42, tasks[0].Variables.Get<int>("n"));
        Assert.Equal("cut \uD83D", tasks[0].ErrorMessage);
    }

    public static TheoryData<FetchRequest> Refused => new(
        new FetchRequest([]),
        new FetchRequest((IReadOnlyList<TopicRequest>)null!),
        new FetchRequest([null!]),
        new FetchRequest(" ", Lock),
        new FetchRequest("a", TimeSpan.Zero),
        new FetchRequest("a", TimeSpan.FromTicks(1)),
        new FetchRequest([new("a", Lock), new("a", Lock)]),
        new FetchRequest("a", Lock) { MaxTasks = 0 },
        new FetchRequest("a", Lock) { WorkerId = "" },
        new FetchRequest("a", Lock) { WorkerId = new('w', 256) },
        new FetchRequest("a", Lock) { AsyncResponseTimeout = TimeSpan.FromTicks(-1) },
        new FetchRequest("a", Lock) { AsyncResponseTimeout = TimeSpan.FromMinutes(31) },
        new FetchRequest([new("a", Lock) { Variables = [null!] }]));

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public async Task What_the_engine_would_refuse_or_misunderstand_is_not_sent(FetchRequest request)
    {
        var engine = new RecordingHandler(HttpStatusCode.OK, "[]");
        await Assert.ThrowsAnyAsync<ArgumentException>(() => engine.Client().FetchAndLockAsync(request, Token));
        Assert.Empty(engine.Sent);
    }

    [Fact]
    [Trait("Situation", "78")]
    public async Task Case029_A_poll_that_the_http_client_would_cut_is_refused()
    {
        var engine = new RecordingHandler(HttpStatusCode.OK, "[]");
        var client = new ExternalTaskClient(new HttpClient(engine) { BaseAddress = new("http://e"), Timeout = TimeSpan.FromSeconds(100) });
        await client.FetchAndLockAsync(new("a", Lock) { AsyncResponseTimeout = TimeSpan.FromSeconds(90) }, Token);
        await Assert.ThrowsAsync<ArgumentException>(() => client.FetchAndLockAsync(new("a", Lock) { AsyncResponseTimeout = TimeSpan.FromSeconds(91) }, Token));
    }

    [Fact]
    public async Task A_list_says_everything_it_was_told()
    {
        var engine = new RecordingHandler(HttpStatusCode.OK, "[]");
        var query = new ExternalTaskQuery
        {
            TaskIdIn = ["T1"],
            TopicName = "a",
            WorkerId = "w1",
            Locked = true,
            NotLocked = true,
            WithRetriesLeft = true,
            NoRetriesLeft = true,
            LockExpirationAfter = new(2024, 2, 29, 0, 0, 0, TimeSpan.Zero),
            LockExpirationBefore = new(2024, 3, 1, 0, 0, 0, TimeSpan.FromHours(1)),
            ActivityIdIn = ["act"],
            ExecutionId = "ex",
            ProcessInstanceIdIn = ["pi"],
            ProcessDefinitionId = "p:1:x",
            ProcessDefinitionKeyIn = ["p"],
            ProcessDefinitionName = "P",
            TenantIdIn = ["t"],
            Active = true,
            Suspended = true,
            PriorityAtLeast = 1,
            PriorityAtMost = 2,
            ProcessVariables = [new("n", VariableOperator.GreaterThanOrEqual, 5), new("s", VariableOperator.Like, "a%")],
            Sorting = [new(ExternalTaskSortBy.TaskPriority, SortOrder.Descending), new(ExternalTaskSortBy.Id)],
        };

        await engine.Client().ListTasksAsync(query, 10, 20, Token);

        var (call, body) = engine.Sent.Single();
        Assert.Equal("POST /engine-rest/external-task?firstResult=10&maxResults=20", call);
        Assert.Equal(
            """
            {"externalTaskIdIn":["T1"],"topicName":"a","workerId":"w1","locked":true,"notLocked":true,"withRetriesLeft":true,"noRetriesLeft":true,
            "lockExpirationAfter":"2024-02-29T00:00:00.000+0000","lockExpirationBefore":"2024-03-01T00:00:00.000+0100","activityIdIn":["act"],"executionId":"ex",
            "processInstanceIdIn":["pi"],"processDefinitionId":"p:1:x","processDefinitionKeyIn":["p"],"processDefinitionName":"P","tenantIdIn":["t"],"active":true,
            "suspended":true,"priorityHigherThanOrEquals":1,"priorityLowerThanOrEquals":2,
            "processVariables":[{"name":"n","operator":"gteq","value":5},{"name":"s","operator":"like","value":"a%"}],
            "sorting":[{"sortBy":"taskPriority","sortOrder":"desc"},{"sortBy":"id","sortOrder":"asc"}]}
            """.ReplaceLineEndings(""),
            body);
    }
}
