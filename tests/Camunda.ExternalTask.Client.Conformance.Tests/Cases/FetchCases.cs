using Camunda.ExternalTask.Conformance.Tests;
using Camunda.ExternalTask.Testing;
using Model = Camunda.ExternalTask.Conformance.Tests.Bpmn;

namespace Camunda.ExternalTask.Client.Conformance.Tests;

/// <summary>Fetching, with all that restricts and orders it.</summary>
public sealed class FetchCases
{
    private static CancellationToken Token => ClientSession.Token;

    [Theory, Engines]
    public async Task Case001_A_fetch_says_worker_number_priority_and_topics(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        Assert.Empty(await session.Client.FetchAndLockAsync(new("t", TimeSpan.FromSeconds(20)), Token));
        var sent = Assert.Single(session.Sent("fetchAndLock"));
        Assert.Equal(("POST", "external-task/fetchAndLock", "application/json"), (sent.Method, sent.Path, sent.MediaType));
        JsonExpectation.Check("""{"workerId":"w1","maxTasks":10,"usePriority":true,"topics":[{"topicName":"t","lockDuration":20000}]}""", sent.Body, session.Engine.Flavor);
    }

    [Theory, Engines]
    public async Task Case002_and_004_Slashes_are_trimmed_and_a_named_engine_is_part_of_the_address(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        var task = await session.TaskAsync();
        using var client = new ExternalTaskClient(
            new HttpClient(session.Engine.CreateHandler()), new() { BaseAddress = new Uri(session.Engine.Address, "engine/default///"), WorkerId = "w1" }, session.Engine.Time);
        await client.CompleteAsync(task, cancellationToken: Token);
        await session.FetchOneAsync("two~");
    }

    [Theory, Engines]
    public async Task Case010_Each_task_reaches_the_handler_of_its_topic_in_one_request_for_both(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        await session.DeployTwoTasksAsync();
        var (first, second) = (new TaskCompletionSource<string>(), new TaskCompletionSource<string>());
        session.StartWorker(builder => builder
            .AddHandler(session.Engine.Own("one~"), (context, _) => Seen(first, context))
            .AddHandler(session.Engine.Own("two~"), (context, _) => Seen(second, context)));
        await session.Engine.StartAsync("one~");
        Assert.Equal(("t", "u"), (await session.AwaitAsync(first.Task), await session.AwaitAsync(second.Task)));
        Assert.Equal(2, session.Sent("fetchAndLock")[0].Json.GetProperty("topics").GetArrayLength());

        static Task<TaskOutcome> Seen(TaskCompletionSource<string> seen, ExternalTaskContext context)
        {
            seen.TrySetResult(context.Task.ActivityId);
            return Task.FromResult(TaskOutcome.Completed());
        }
    }

    [Theory, Engines]
    public async Task Case012_Variables_are_all_some_or_none(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        var task = await session.TaskAsync("""{"x":{"value":1},"y":{"value":2},"z":{"value":3}}""");
        Assert.Equal(["x", "y", "z"], task.Variables.Names.Order());
        Assert.Equal(["x", "y"], (await AgainAsync(["x", "y"])).Variables.Names.Order());
        Assert.Equal("""["x","y"]""", Topic().GetProperty("variables").GetRawText());
        Assert.Empty((await AgainAsync([])).Variables.Names);
        Assert.Equal("[]", Topic().GetProperty("variables").GetRawText());

        async Task<FetchedTask> AgainAsync(string[] variables)
        {
            await session.Client.UnlockAsync(task, Token);
            return await session.FetchOneAsync("one~", topic => topic with { Variables = variables });
        }

        System.Text.Json.JsonElement Topic() => session.LastSent("fetchAndLock").Json.GetProperty("topics")[0];
    }

    [Theory, Engines]
    public async Task Case015_Process_variables_restrict_typed_and_any_of_them_suffices(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        var task = await session.TaskAsync("""{"a":{"type":"Integer","value":1}}""");
        Assert.Equal(task.TaskId, (await MatchingAsync(new() { ["a"] = 1, ["b"] = "x" })).Single().TaskId);
        Assert.Equal("""{"a":1,"b":"x"}""", session.LastSent("fetchAndLock").Json.GetProperty("topics")[0].GetProperty("processVariables").GetRawText());
        Assert.Empty(await MatchingAsync(new() { ["a"] = "1" }));

        async Task<IReadOnlyList<FetchedTask>> MatchingAsync(Dictionary<string, TypedValue> variables)
        {
            await session.Client.UnlockAsync(task, Token);
            return await session.FetchAsync("one~", topic => topic with { Filter = new() { ProcessVariables = variables } });
        }
    }

    [Theory, Engines]
    public async Task Case016_Filters_deliver_exactly_what_matches(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        await session.Engine.DeployAsync(Model.OneTask("one~", processAttributes: "camunda:versionTag=\"v1\""));
        await session.Engine.StartAsync("one~", """{"businessKey":"bk"}""");
        var task = await session.FetchOneAsync("one~");
        Assert.Equal(("bk", "v1", session.Engine.Own("one~")), (task.BusinessKey, task.ProcessDefinitionVersionTag, task.ProcessDefinitionKey));
        (TopicFilter Matching, TopicFilter Other)[] filters =
        [
            (new() { BusinessKey = "bk" }, new() { BusinessKey = "other" }),
            (new() { ProcessDefinitionVersionTag = "v1" }, new() { ProcessDefinitionVersionTag = "v2" }),
            (new() { ProcessDefinitionKey = session.Engine.Own("one~") }, new() { ProcessDefinitionKey = "other" }),
            (new() { ProcessDefinitionKeyIn = [session.Engine.Own("one~"), "other"] }, new() { ProcessDefinitionKeyIn = ["other"] }),
            (new() { ProcessDefinitionId = task.ProcessDefinitionId }, new() { ProcessDefinitionId = "other" }),
            (new() { ProcessDefinitionIdIn = ["other", task.ProcessDefinitionId] }, new() { ProcessDefinitionIdIn = ["other"] }),
            (new() { WithoutTenantId = true }, new() { TenantIdIn = ["a"] }),
        ];
        foreach (var (matching, other) in filters)
        {
            await session.Client.UnlockAsync(task, Token);
            Assert.Empty(await session.FetchAsync("one~", topic => topic with { Filter = other }));
            Assert.Equal(task.TaskId, (await session.FetchOneAsync("one~", topic => topic with { Filter = matching })).TaskId);
        }
    }

    [Theory, Engines]
    public async Task Case016_A_tenant_s_tasks_are_those_of_the_tenant(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        await session.Engine.DeployAsync(Model.OneTask("one~"), tenantId: "a");
        (await session.Engine.PostAsync("process-definition/key/one~/tenant-id/a/start", "{}")).Is(200);
        Assert.Empty(await session.FetchAsync("one~", static topic => topic with { Filter = new() { WithoutTenantId = true } }));
        Assert.Empty(await session.FetchAsync("one~", static topic => topic with { Filter = new() { TenantIdIn = ["b"] } }));
        Assert.Equal("a", (await session.FetchOneAsync("one~", static topic => topic with { Filter = new() { TenantIdIn = ["b", "a"] } })).TenantId);
    }

    [Theory, Engines]
    public async Task Case017_Priorities_come_first_unless_switched_off(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        await session.Engine.DeployAsync(Model.OneTask("one~", taskAttributes: "camunda:taskPriority=\"${p}\""));
        foreach (var priority in new[] { 1, 5, 3 })
        {
            await session.Engine.StartAsync("one~", $$"""{"variables":{"p":{"value":{{priority}}} } }""");
        }

        var handled = new System.Collections.Concurrent.ConcurrentQueue<long>();
        session.StartWorker(
            builder => builder.AddHandler(session.Engine.Own("one~"), (context, _) =>
            {
                handled.Enqueue(context.Task.Priority);
                return Task.FromResult(TaskOutcome.Completed());
            }),
            static options => options.MaxConcurrency = 1);
        await session.UntilAsync(() => handled.Count == 3);
        Assert.Equal([5L, 3, 1], handled);

        await session.Client.FetchAndLockAsync(new("t", TimeSpan.FromSeconds(20)) { UsePriority = false }, Token);
        Assert.Single(session.Sent("fetchAndLock"), static fetch => !fetch.Json.GetProperty("usePriority").GetBoolean());
    }

    [Theory, Engines]
    public async Task Case018_and_019_The_order_of_creation_comes_after_the_priority(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        Assert.SkipWhen(session.Engine.Flavor == EngineFlavor.Camunda717, "Camunda 7.17 knows no order of creation.");
        await session.Engine.DeployAsync(Model.OneTask("one~", taskAttributes: "camunda:taskPriority=\"${p}\""));
        foreach (var (priority, number) in new[] { (0, 1), (2, 2), (0, 3), (3, 4) })
        {
            await session.Engine.StartAsync("one~", $$"""{"variables":{"p":{"value":{{priority}}},"n":{"value":{{number}}} } }""");
            await session.Engine.TickAsync();
        }

        Assert.Equal([4, 2, 3, 1], await NumbersAsync(SortOrder.Descending));
        Assert.Equal("""[{"sortBy":"createTime","sortOrder":"desc"}]""", session.LastSent("fetchAndLock").Json.GetProperty("sorting").GetRawText());
        Assert.Equal([4, 2, 1, 3], await NumbersAsync(SortOrder.Ascending));

        async Task<IEnumerable<int>> NumbersAsync(SortOrder order)
        {
            var tasks = await session.Client.FetchAndLockAsync(new(session.Engine.Own("one~"), TimeSpan.FromMinutes(1)) { CreateTimeOrder = order }, Token);
            foreach (var task in tasks)
            {
                await session.Client.UnlockAsync(task, Token);
            }

            return tasks.Select(static task => task.Variables.Get<int>("n"));
        }
    }

    [Theory, Engines]
    public async Task Case018_A_worker_takes_the_newest_first_if_told_so(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        await session.Engine.DeployAsync(Model.OneTask("one~"));
        for (var number = 1; number <= 3; number++)
        {
            await session.Engine.StartAsync("one~", $$"""{"variables":{"n":{"value":{{number}}} } }""");
            await session.Engine.TickAsync();
        }

        var handled = new System.Collections.Concurrent.ConcurrentQueue<int>();
        session.StartWorker(
            builder => builder.AddHandler(session.Engine.Own("one~"), (context, _) =>
            {
                handled.Enqueue(context.Variables.Get<int>("n"));
                return Task.FromResult(TaskOutcome.Completed());
            }),
            static options => (options.MaxConcurrency, options.CreateTimeOrder) = (1, SortOrder.Descending));
        await session.UntilAsync(() => handled.Count == 3);
        Assert.Equal("""[{"sortBy":"createTime","sortOrder":"desc"}]""", session.Sent("fetchAndLock")[0].Json.GetProperty("sorting").GetRawText());
        if (session.Engine.Flavor != EngineFlavor.Camunda717)
        {
            Assert.Equal([3, 2, 1], handled);
        }
    }

    [Theory, Engines]
    public async Task Case020_Extension_properties_come_if_asked_for(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        const string properties = "<extensionElements><camunda:properties><camunda:property name=\"k\" value=\"v\" /></camunda:properties></extensionElements>";
        var task = await session.TaskAsync(extensions: properties);
        Assert.Null(task.GetExtensionProperty("k"));
        await session.Client.UnlockAsync(task, Token);
        task = await session.FetchOneAsync("one~", static topic => topic with { IncludeExtensionProperties = true });
        Assert.Equal(("v", null), (task.GetExtensionProperty("k"), task.GetExtensionProperty("K")));
    }

    [Theory, Engines]
    public async Task Case021_Local_variables_are_those_of_the_task_only(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        var task = await session.TaskAsync("""{"a":{"value":1}}""", Model.Mapping("<camunda:inputParameter name=\"loc\">${a + 1}</camunda:inputParameter>"));
        Assert.Equal(["a", "loc"], task.Variables.Names.Order());
        await session.Client.UnlockAsync(task, Token);
        var local = await session.FetchOneAsync("one~", static topic => topic with { Filter = new() { LocalVariables = true } });
        Assert.Equal(["loc"], local.Variables.Names);
    }

    [Theory, Engines]
    public async Task Case022_Every_field_is_there(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        var task = await session.TaskAsync();
        var now = session.Engine.Time.GetUtcNow();
        Assert.Equal((session.Engine.Own("one~"), "w1", "t", "bk"), (task.TopicName, task.WorkerId, task.ActivityId, task.BusinessKey));
        Assert.All(
            [task.TaskId, task.ActivityInstanceId, task.ExecutionId, task.ProcessInstanceId, task.ProcessDefinitionId], static id => Assert.NotEqual("", id));
        Assert.Equal((null, null, null, null, null, 0L), ((int?)task.Retries, task.TenantId, task.ErrorMessage, task.ErrorDetails, task.ProcessDefinitionVersionTag, task.Priority));
        Assert.True(task.LockExpirationTime > now);
        Assert.Equal(session.Engine.Flavor == EngineFlavor.Camunda717, task.CreateTime is null);
    }

    [Theory, Engines]
    public async Task Case022_A_suspended_task_says_so(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        var task = await session.TaskAsync();
        Assert.False(task.Suspended);
        (await session.Engine.PutAsync($"process-instance/{task.ProcessInstanceId}/suspended", """{"suspended":true}""")).IsNoContent();
        Assert.True((await session.Client.GetTaskAsync(task.TaskId, Token)).Suspended);
        Assert.True(Assert.Single(await session.Client.ListTasksAsync(new() { TopicName = task.TopicName }, cancellationToken: Token)).Suspended);
        (await session.Engine.PutAsync($"process-instance/{task.ProcessInstanceId}/suspended", """{"suspended":false}""")).IsNoContent();
        Assert.False((await session.Client.GetTaskAsync(task.TaskId, Token)).Suspended);
    }

    [Theory, Engines]
    public async Task Case029_A_long_poll_is_asked_for_in_milliseconds_and_answers_when_a_task_comes(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        await session.DeployTwoTasksAsync();
        var poll = session.Client.FetchAndLockAsync(new(session.Engine.Own("one~"), TimeSpan.FromMinutes(1)) { AsyncResponseTimeout = TimeSpan.FromSeconds(30) }, Token);
        await session.Engine.ArriveAsync();
        await session.Engine.StartAsync("one~");
        Assert.Single(await poll);
        Assert.Equal(30_000, session.LastSent("fetchAndLock").Json.GetProperty("asyncResponseTimeout").GetInt32());
    }
}
