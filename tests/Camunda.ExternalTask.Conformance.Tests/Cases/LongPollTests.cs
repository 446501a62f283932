using System.Diagnostics;

namespace Camunda.ExternalTask.Conformance.Tests;

/// <summary>Polls that wait: what wakes them, what does not, and what becomes of one whose client has gone.</summary>
public sealed class LongPollTests
{
    [Theory(DisplayName = "fetch: long poll times out"), Engines]
    public async Task Times_out(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        var poll = PollAsync(session, 500);
        await session.ArriveAsync();
        (await session.OutlastAsync(poll, TimeSpan.FromMilliseconds(500))).Is(200, "[]");
    }

    [Theory(DisplayName = "fetch: long poll answered by a new task"), Engines]
    public async Task New_task(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        await session.DeployAsync(Bpmn.OneTask("one~"));
        var poll = PollAsync(session, 30_000);
        await session.ArriveAsync();
        await session.StartAsync("one~");
        Assert.Equal(1, (await poll).Is(200).Json.GetArrayLength());
    }

    [Theory(DisplayName = "fetch: long poll answered by an unlock"), Engines]
    public async Task Unlocked(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        var task = await session.TaskAsync();
        var poll = PollAsync(session, 30_000);
        await session.ArriveAsync();
        (await session.PostAsync($"external-task/{task.GetProperty("id")}/unlock", null)).IsNoContent();
        Assert.Equal(1, (await poll).Is(200).Json.GetArrayLength());
    }

    [Theory(DisplayName = "fetch: a task that can be fetched at once does not wait"), Engines]
    public async Task At_once(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        await session.DeployAsync(Bpmn.OneTask("one~"));
        await session.StartAsync("one~");
        Assert.Equal(1, (await PollAsync(session, 30_000)).Is(200).Json.GetArrayLength());
    }

    [Theory(DisplayName = "a waiting poll does not see a failure without retry timeout, nor retries set; its last look does"), Engines]
    public async Task Blind_to_retries(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        var task = await session.TaskAsync();
        var clock = Stopwatch.StartNew();
        var poll = PollAsync(session, 2_000);
        await session.ArriveAsync();
        (await session.PostAsync($"external-task/{task.GetProperty("id")}/failure", """{"workerId":"w","retries":0,"retryTimeout":0}""")).IsNoContent();
        (await session.PutAsync($"external-task/{task.GetProperty("id")}/retries", """{"retries":3}""")).IsNoContent();
        await session.ArriveAsync();
        if (session.IsMemory)
        {
            Assert.False(poll.IsCompleted);
        }

        Assert.Equal(1, (await session.OutlastAsync(poll, TimeSpan.FromSeconds(2))).Is(200).Json.GetArrayLength());
        Assert.True(session.IsMemory || clock.Elapsed > TimeSpan.FromSeconds(1.5), $"{clock.Elapsed}");
    }

    [Theory(DisplayName = "a poll whose client has gone still locks the next task, once; it can be found and freed"), Engines]
    public async Task Orphan(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        await session.DeployAsync(Bpmn.OneTask("one~"));
        using var leaving = new CancellationTokenSource();
        var poll = PollAsync(session, 30_000, "ghost~", leaving.Token);
        await session.ArriveAsync();
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => poll);

        await session.StartAsync("one~");
        const string orphans = "external-task?workerId=ghost~&locked=true";
        var found = await session.EventuallyAsync(orphans, static answer => answer.Json.GetArrayLength() > 0);
        var orphan = Assert.Single(found.Json.EnumerateArray());
        (await session.FetchAsync("one~")).Is(200, "[]");

        await session.StartAsync("one~");
        Assert.Equal(1, (await session.FetchAsync("one~")).Json.GetArrayLength());
        (await session.PostAsync($"external-task/{orphan.GetProperty("id")}/unlock", null)).IsNoContent();
        Assert.Equal(1, (await session.FetchAsync("one~")).Json.GetArrayLength());
    }

    [Theory(DisplayName = "two waiting polls of one worker id are both kept"), Engines]
    public async Task Two_polls(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        await session.DeployAsync(Bpmn.OneTask("one~"));
        var polls = new[] { PollAsync(session, 30_000, maxTasks: 1), PollAsync(session, 30_000, maxTasks: 1) };
        await session.ArriveAsync();
        await session.StartAsync("one~");
        await session.StartAsync("one~");
        foreach (var poll in polls)
        {
            Assert.Equal(1, (await poll).Is(200).Json.GetArrayLength());
        }
    }

    private static Task<Answer> PollAsync(EngineSession session, int timeout, string worker = "w", CancellationToken? cancellation = null, int maxTasks = 5) => session.SendAsync(
        HttpMethod.Post,
        "external-task/fetchAndLock",
        $$"""{"workerId":"{{worker}}","maxTasks":{{maxTasks}},"asyncResponseTimeout":{{timeout}},"topics":[{"topicName":"one~","lockDuration":60000}]}""",
        cancellation: cancellation);
}
