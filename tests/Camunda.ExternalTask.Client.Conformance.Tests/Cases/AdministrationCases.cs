using System.Net;
using System.Text;
using Camunda.ExternalTask.Conformance.Tests;

namespace Camunda.ExternalTask.Client.Conformance.Tests;

/// <summary>What operators and tools do besides a worker.</summary>
public sealed class AdministrationCases
{
    private static CancellationToken Token => ClientSession.Token;

    [Theory, Engines]
    public async Task Retries_are_set_by_ids_instances_and_queries(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        var task = await session.TaskAsync();
        await session.Client.HandleFailureAsync(task, "boom", null, 0, TimeSpan.Zero, cancellationToken: Token);
        var retries = 0;
        List<ExternalTaskSelection> ways =
        [
            new() { TaskIds = [task.TaskId] },
            new() { ProcessInstanceIds = [task.ProcessInstanceId] },
            new() { Tasks = new() { TopicName = session.Engine.Own("one~"), WithRetriesLeft = true } },
        ];
        if (!session.Engine.IsMemory)
        {
            ways.Add(new() { ProcessInstances = new() { ProcessDefinitionKey = session.Engine.Own("one~"), Active = true, ActivityIdIn = ["t"], BusinessKeyLike = "b%" } });
            ways.Add(new()
            {
                HistoricProcessInstances = new() { ProcessDefinitionKeyIn = [session.Engine.Own("one~")], Unfinished = true, StartedBefore = DateTimeOffset.UtcNow.AddDays(400), BusinessKey = "bk" },
            });
        }

        foreach (var way in ways)
        {
            await session.Client.Administration.SetRetriesAsync(way, ++retries, Token);
            Assert.Equal(retries, (await session.Client.GetTaskAsync(task.TaskId, Token)).Retries);
        }

        // Afterwards: a batch does its work at some later time.
        if (!session.Engine.IsMemory)
        {
            foreach (var way in ways)
            {
                Assert.NotEmpty(await session.Client.Administration.StartRetriesBatchAsync(way, 7, Token));
            }

            await session.UntilAsync(async () => (await session.Client.GetTaskAsync(task.TaskId, Token)).Retries == 7);
        }

        var none = await Assert.ThrowsAsync<EngineException>(() => session.Client.Administration.SetRetriesAsync(new ExternalTaskSelection { ProcessInstanceIds = ["nope"] }, 1, Token));
        Assert.Equal(HttpStatusCode.BadRequest, none.StatusCode);
    }

    [Theory, Engines]
    public async Task The_log_tells_what_has_happened(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        var task = await session.TaskAsync();
        await session.Client.HandleFailureAsync(task, "bo\"om é", "the stack", 2, TimeSpan.Zero, cancellationToken: Token);
        await session.Engine.TickAsync();
        var again = await session.FetchOneAsync("one~");
        await session.Client.CompleteAsync(again, cancellationToken: Token);

        var query = new ExternalTaskLogQuery { TaskId = task.TaskId };
        Assert.Equal(3, await session.Client.History.CountExternalTaskLogAsync(query, Token));
        var entries = await session.Client.History.ListExternalTaskLogAsync(query, cancellationToken: Token);
        Assert.Equal([ExternalTaskLogKind.Creation, ExternalTaskLogKind.Failure, ExternalTaskLogKind.Success], entries.Select(static entry => entry.Kind).Order());
        var failure = Assert.Single(await session.Client.History.ListExternalTaskLogAsync(query with { Kind = ExternalTaskLogKind.Failure, Order = SortOrder.Descending }, cancellationToken: Token));
        Assert.Equal(
            (task.TaskId, session.Engine.Own("one~"), "w1", "bo\"om é", "t", task.ProcessInstanceId, task.ProcessDefinitionId, session.Engine.Own("one~")),
            (failure.TaskId, failure.TopicName, failure.WorkerId, failure.ErrorMessage, failure.ActivityId, failure.ProcessInstanceId, failure.ProcessDefinitionId, failure.ProcessDefinitionKey));
        Assert.NotEqual(default, failure.Timestamp);
        Assert.Equal(failure, await session.Client.History.GetExternalTaskLogAsync(failure.Id, Token));
        Assert.Equal(HttpStatusCode.NotFound, (await Assert.ThrowsAsync<EngineException>(() => session.Client.History.GetExternalTaskLogAsync("nope", Token))).StatusCode);
        Assert.Equal("the stack", await session.Client.History.GetExternalTaskLogErrorDetailsAsync(failure.Id, Token));
        Assert.Null(await session.Client.History.GetExternalTaskLogErrorDetailsAsync(entries.First(static entry => entry.Kind == ExternalTaskLogKind.Creation).Id, Token));
        Assert.Equal(HttpStatusCode.NotFound, (await Assert.ThrowsAsync<EngineException>(() => session.Client.History.GetExternalTaskLogErrorDetailsAsync("nope", Token))).StatusCode);
        Assert.Empty(await session.Client.History.ListExternalTaskLogAsync(query with { TopicName = "other" }, cancellationToken: Token));
        Assert.Single(await session.Client.History.ListExternalTaskLogAsync(query, 1, 1, Token));
    }

    [Theory, Engines]
    public async Task Variables_are_read_set_and_deleted_one_by_one(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        var client = session.Client;
        var task = await session.TaskAsync("""{"n":{"value":1,"type":"Integer"},"file":{"type":"File","value":"aGVsbG8=","valueInfo":{"filename":"a.txt"}}}""");
        await client.Variables.SetAsync(task.ProcessInstanceId, "a/b", 2L, Token);
        await client.Variables.SetLocalAsync(task.ExecutionId, "n", TypedValue.Short(7), Token);
        await client.Variables.SetLocalAsync(task.ExecutionId, "when", new DateTimeOffset(2024, 2, 29, 7, 4, 56, 789, TimeSpan.Zero), Token);

        var seen = await client.Variables.GetAllAsync(task, Token);
        Assert.Equal(["a/b", "file", "n", "when"], seen.Names.Order());
        Assert.Equal((7, 2L), (seen.Get<int>("n"), seen.Get<long>("a/b")));
        Assert.Equal(new DateTimeOffset(2024, 2, 29, 7, 4, 56, 789, TimeSpan.Zero), seen.Get<DateTimeOffset>("when"));
        Assert.Equal("hello", Encoding.UTF8.GetString((await seen.Get<CamundaFile>("file")!.LoadAsync(Token)).Span));
        Assert.Equal(["a/b", "file", "n"], (await client.Variables.GetAllAsync(task.ProcessInstanceId, Token)).Names.Order());
        Assert.Equal(["n", "when"], (await client.Variables.GetAllLocalAsync(task.ExecutionId, Token)).Names.Order());

        Assert.Equal(TypedValue.Integer(1), await client.Variables.GetAsync(task.ProcessInstanceId, "n", Token));
        Assert.Equal(TypedValue.Short(7), await client.Variables.GetAsync(task.ExecutionId, "n", Token));
        Assert.Equal(TypedValue.Short(7), await client.Variables.GetLocalAsync(task.ExecutionId, "n", Token));
        Assert.Equal(TypedValue.Long(2), await client.Variables.GetAsync(task.ExecutionId, "a/b", Token));
        Assert.Null(await client.Variables.GetLocalAsync(task.ExecutionId, "a/b", Token));
        Assert.Null(await client.Variables.GetAsync(task.ProcessInstanceId, "nothing", Token));
        Assert.Equal(HttpStatusCode.InternalServerError, (await Assert.ThrowsAsync<EngineException>(() => client.Variables.GetAsync("nope", "n", Token))).StatusCode);

        await client.Variables.DeleteLocalAsync(task.ExecutionId, ["n", "when", "nothing"], Token);
        await client.Variables.DeleteAsync(task.ProcessInstanceId, ["a/b"], Token);
        Assert.Equal(["file", "n"], (await client.Variables.GetAllAsync(task, Token)).Names.Order());
    }
}
