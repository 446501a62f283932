using Camunda.ExternalTask.Conformance.Tests;

namespace Camunda.ExternalTask.Client.Conformance.Tests;

/// <summary>Failures.</summary>
public sealed class FailureCases
{
    private static CancellationToken Token => ClientSession.Token;

    [Theory, Engines]
    public async Task Case097_A_failure_says_all_it_was_told(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        var task = await session.TaskAsync();
        await session.Client.HandleFailureAsync(task, "no", "at line 5", 2, TimeSpan.FromSeconds(5), cancellationToken: Token);
        JsonExpectation.Check(
            """{"workerId":"w1","errorMessage":"no","errorDetails":"at line 5","retries":2,"retryTimeout":5000}""", session.LastSent("/failure").Body, session.Engine.Flavor);
        Assert.Equal("at line 5", await session.Client.GetErrorDetailsAsync(task.TaskId, Token));

        Assert.Empty(await session.FetchAsync("one~"));
        await session.Engine.AdvanceAsync(TimeSpan.FromSeconds(6));
        var again = await session.FetchOneAsync("one~");
        Assert.Equal((2, "no", "at line 5"), (again.Retries, again.ErrorMessage, again.ErrorDetails));
    }

    [Theory, Engines]
    public async Task Case098_Retries_count_down_from_the_cycle_to_an_incident(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        await session.DeployTwoTasksAsync();
        var instance = await session.Engine.StartAsync("one~");
        session.StartWorker(builder => builder.AddHandler(session.Engine.Own("one~"), static (_, _) => throw new InvalidOperationException("out of order")));
        await session.UntilAsync(async () => await session.CountAsync($"incident?processInstanceId={instance}") == 1);
        var failures = session.Sent("/failure").Select(static failure => failure.Json).ToList();
        Assert.Equal([2, 1, 0], failures.Select(static failure => failure.GetProperty("retries").GetInt32()));
        Assert.All(failures, static failure => Assert.Equal("out of order", failure.GetProperty("errorMessage").GetString()));
        Assert.All(failures, static failure => Assert.Contains(nameof(InvalidOperationException), failure.GetProperty("errorDetails").GetString(), StringComparison.Ordinal));
    }

    [Theory, Engines]
    public async Task Case100_A_long_message_is_cut_before_the_character_and_whole_in_the_details(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        await session.DeployTwoTasksAsync();
        await session.Engine.StartAsync("one~");
        var message = new string('x', 665) + "😀" + new string('y', 4333);
        session.StartWorker(builder => builder.AddHandler(session.Engine.Own("one~"), (_, _) => throw new InvalidOperationException(message)));
        await session.UntilAsync(() => session.Sent("/failure").Count > 0);
        var failure = session.Sent("/failure")[0].Json;
        Assert.Equal(new string('x', 665), failure.GetProperty("errorMessage").GetString());
        Assert.Contains(message, failure.GetProperty("errorDetails").GetString(), StringComparison.Ordinal);
        await session.UntilAsync(async () => (await session.Client.ListTasksAsync(new() { TopicName = session.Engine.Own("one~") }, cancellationToken: Token))[0].ErrorMessage == new string('x', 665));
    }

    [Theory, Engines]
    public async Task Case101_A_failure_has_a_message_in_any_case(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        await session.DeployTwoTasksAsync();
        await session.Engine.StartAsync("one~");
        session.StartWorker(builder => builder.AddHandler(session.Engine.Own("one~"), static (_, _) => throw new InvalidOperationException("")));
        await session.UntilAsync(() => session.Sent("/failure").Count > 0);
        Assert.Equal(nameof(InvalidOperationException), session.Sent("/failure")[0].Json.GetProperty("errorMessage").GetString());
    }

    [Theory, Engines]
    public async Task Case102_Waiting_times_follow_the_list(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        await session.DeployTwoTasksAsync();
        var instance = await session.Engine.StartAsync("one~");
        session.StartWorker(
            builder => builder.AddHandler(session.Engine.Own("one~"), static (_, _) => throw new InvalidOperationException("no")),
            static options => options.RetryCycle = "PT0.1S,PT0.2S,PT0.3S");
        await session.UntilAsync(async () => await session.CountAsync($"incident?processInstanceId={instance}") == 1);
        Assert.Equal([100, 200, 300], session.Sent("/failure").Take(3).Select(static failure => failure.Json.GetProperty("retryTimeout").GetInt32()));
        Assert.Equal(4, session.Sent("/failure").Count);
    }

    [Theory, Engines]
    public async Task Case103_Variables_of_a_failure_are_there_at_the_next_fetch(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        var task = await session.TaskAsync();
        await session.Client.HandleFailureAsync(
            task, "no", null, 1, TimeSpan.Zero, new Dictionary<string, TypedValue> { ["p"] = 1 }, new Dictionary<string, TypedValue> { ["l"] = 2 }, Token);
        var variables = (await session.FetchOneAsync("one~")).Variables;
        Assert.Equal((1, 2), (variables.Get<int>("p"), variables.Get<int>("l")));
        Assert.Equal("l", Assert.Single((await session.Engine.GetAsync($"execution/{task.ExecutionId}/localVariables")).Json.EnumerateObject()).Name);
    }

    [Theory, Engines]
    public async Task Case105_What_cannot_be_is_refused_here(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        var task = await session.TaskAsync();
        await Assert.ThrowsAnyAsync<ArgumentException>(() => session.Client.HandleFailureAsync(task, "no", null, -1, TimeSpan.Zero, cancellationToken: Token));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => session.Client.HandleFailureAsync(task, "no", null, 1, TimeSpan.FromSeconds(-1), cancellationToken: Token));
        Assert.Empty(session.Sent("/failure"));
    }

    [Theory, Engines]
    public async Task Case107_and_108_A_timeout_of_the_handler_s_own_and_any_other_exception_are_failures_and_the_loop_continues(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        await session.DeployTwoTasksAsync();
        var instance = await session.Engine.StartAsync("one~");
        var thrown = new Queue<Exception>([new TaskCanceledException("the call took too long"), new Xunit.Sdk.XunitException("not so")]);
        session.StartWorker(builder => builder
            .AddHandler(session.Engine.Own("one~"), (_, _) => thrown.TryDequeue(out var exception) ? throw exception : Task.FromResult(TaskOutcome.Completed()))
            .AddHandler(session.Engine.Own("two~"), static (_, _) => Task.FromResult(TaskOutcome.Completed())));
        await session.UntilAsync(() => session.HasEndedAsync(instance));
        Assert.Equal(["the call took too long", "not so"], session.Sent("/failure").Select(static failure => failure.Json.GetProperty("errorMessage").GetString()));
    }

    [Theory, Engines]
    public async Task Case095_and_096_A_missing_required_variable_is_an_incident_that_names_it_and_an_optional_one_has_its_default(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        await session.DeployTwoTasksAsync(firstTopic: "case-required");
        var missing = await session.Engine.StartAsync("one~", """{"variables":{"Score":{"value":5}}}""");
        var complete = await session.Engine.StartAsync("one~", """{"variables":{"score":{"value":5}}}""");
        session.StartWorker(static builder => builder.AddHandler<Required>());
        await session.UntilAsync(async () => await session.CountAsync($"incident?processInstanceId={missing}") == 1);

        // Case 96: 'Score' is another variable than 'score'.
        Assert.Contains("'score'", Assert.Single(session.Sent("/failure")).Json.GetProperty("errorMessage").GetString(), StringComparison.Ordinal);
        await session.UntilAsync(async () => (await session.Engine.GetAsync($"process-instance/{complete}/variables/sum")).Status == 200);
        (await session.Engine.GetAsync($"process-instance/{complete}/variables/sum")).Is(200, """{"type":"Integer","value":12,"valueInfo":{}}""");
    }
}

[TaskInput]
public sealed partial record ScoreInput(int Score, int Bonus = 7);

[TaskOutput]
public sealed partial record ScoreSum(int Sum);

[ExternalTaskHandler("case-required")]
public sealed partial class Required
{
    public ScoreSum Handle(ScoreInput input) => new(input.Score + input.Bonus);
}
