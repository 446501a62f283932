using System.Collections.Concurrent;

namespace Camunda.ExternalTask.Testing.Tests.Engine;

public sealed class LoadTests
{
    [Fact]
    public async Task Many_workers_at_once_get_every_task_exactly_once()
    {
        const int count = 2_000;
        await using var engine = new InMemoryEngine(new() { KeepsHistory = false });
        engine.Deploy(Models.OneTask("t"));
        for (var i = 0; i < count; i++)
        {
            engine.Start("t");
        }

        var seen = new ConcurrentBag<string>();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Task.Run(() => WorkAsync(engine, $"w{number}", seen), TestContext.Current.CancellationToken)));

        Assert.Equal(count, seen.Count);
        Assert.Equal(count, seen.Distinct().Count());
        Assert.Empty(engine.RunningInstances);
        Assert.Empty(engine.ExternalTasks);
    }

    [Fact]
    public async Task Without_history_nothing_is_kept()
    {
        await using var engine = new InMemoryEngine(new() { KeepsHistory = false });
        engine.Deploy(Models.OneTask("t"));
        var instance = engine.Start("t");
        using var worker = new TestWorker(engine);
        await worker.CompleteAsync(await worker.FetchOneAsync("t"), new { });
        Assert.Null(engine.FindInstance(instance));
        Assert.Empty(engine.Activities(instance));
    }

    private static async Task WorkAsync(InMemoryEngine engine, string id, ConcurrentBag<string> seen)
    {
        using var worker = new TestWorker(engine, id);
        while (await worker.FetchAsync("t", 16) is { Count: > 0 } tasks)
        {
            foreach (var task in tasks)
            {
                seen.Add(task.GetProperty("id").GetString()!);
                Assert.Equal(System.Net.HttpStatusCode.NoContent, await worker.CompleteAsync(task, new { }));
            }
        }
    }
}
