using System.Net;
using Camunda.ExternalTask.Conformance.Tests;
using Camunda.ExternalTask.Testing;
using Model = Camunda.ExternalTask.Conformance.Tests.Bpmn;

namespace Camunda.ExternalTask.Client.Conformance.Tests;

/// <summary>Completing.</summary>
public sealed class CompleteCases
{
    private static CancellationToken Token => ClientSession.Token;

    [Theory, Engines]
    public async Task Case046_A_completion_without_variables_sends_the_worker_only(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        var task = await session.TaskAsync();
        await session.Client.CompleteAsync(task, cancellationToken: Token);
        var sent = Assert.Single(session.Sent("/complete"));
        Assert.Equal(("POST", $"external-task/{task.TaskId}/complete", "application/json", """{"workerId":"w1"}"""), (sent.Method, sent.Path, sent.MediaType, sent.Body));
        await session.FetchOneAsync("two~");
    }

    [Theory, Engines]
    public async Task Case047_and_048_Process_and_local_variables_go_apart(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        var task = await session.TaskAsync(extensions: Model.Mapping("<camunda:outputParameter name=\"mapped\">${loc}</camunda:outputParameter>"));
        await session.Client.CompleteAsync(
            task, new Dictionary<string, TypedValue> { ["a"] = 1 }, new Dictionary<string, TypedValue> { ["loc"] = "x" }, Token);

        JsonExpectation.Check(
            """{"workerId":"w1","variables":{"a":{"type":"Integer","value":1}},"localVariables":{"loc":{"type":"String","value":"x"}}}""",
            session.LastSent("/complete").Body,
            session.Engine.Flavor);

        // Case 48: the engine keeps the one, lets the other go with the task, and maps it before.
        await session.HasVariableAsync(task, "a", """{"type":"Integer","value":1,"valueInfo":{}}""");
        await session.HasNoVariableAsync(task, "loc");
        await session.HasVariableAsync(task, "mapped", """{"type":"String","value":"x","valueInfo":{}}""");
    }

    [Theory, Engines]
    public async Task Case050_A_handler_that_returns_is_one_completion(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        await session.DeployTwoTasksAsync();
        var instance = await session.Engine.StartAsync("one~");
        session.StartWorker(builder => builder
            .AddHandler(session.Engine.Own("one~"), static (_, _) => Task.FromResult(TaskOutcome.Completed(new UntypedOutput { ["a"] = 1 })))
            .AddHandler(session.Engine.Own("two~"), static (_, _) => Task.FromResult(TaskOutcome.Completed())));
        await session.UntilAsync(() => session.HasEndedAsync(instance));
        Assert.Equal(2, session.Sent("/complete").Count);
        Assert.Empty(session.Sent("/failure"));
    }

    [Theory, Engines]
    public async Task Case049_The_second_completion_is_refused_as_gone(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        var task = await session.TaskAsync();
        await session.Client.CompleteAsync(task, cancellationToken: Token);
        var gone = await Assert.ThrowsAsync<EngineException>(() => session.Client.CompleteAsync(task, cancellationToken: Token));
        Assert.Equal((HttpStatusCode.NotFound, true, false), (gone.StatusCode, gone.IsGone, gone.IsRetryable));
    }

    [Theory, Engines]
    public async Task Case050_A_handler_that_completes_by_itself_and_detaches_sends_nothing_more(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        await session.DeployTwoTasksAsync();
        await session.Engine.StartAsync("one~");
        var worker = session.StartWorker(builder => builder.AddHandler(session.Engine.Own("one~"), async (context, token) =>
        {
            await session.Client.CompleteAsync(context.Task, cancellationToken: token);
            return TaskOutcome.Detached();
        }));
        await session.FetchUntilAsync("two~");
        await session.AwaitAsync(worker.StopAsync(Token));
        Assert.Single(session.Sent("/complete"));
        Assert.Empty(session.Sent("/unlock"));
        Assert.Empty(session.Sent("/failure"));
    }

    [Theory, Engines]
    public async Task Case050_A_task_that_its_handler_leaves_stays_locked_over_a_stop_and_is_completed_by_id_later(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        await session.DeployTwoTasksAsync();
        var left = new TaskCompletionSource<(string TaskId, string WorkerId)>(TaskCreationOptions.RunContinuationsAsynchronously);
        var worker = session.StartWorker(builder => builder.AddHandler(session.Engine.Own("one~"), async (context, token) =>
        {
            await context.SetVariablesAsync(new Dictionary<string, TypedValue> { ["progress"] = 50 }, token);
            await context.SetLocalVariablesAsync(new Dictionary<string, TypedValue> { ["asked"] = true }, token);
            await context.ExtendLockAsync(TimeSpan.FromHours(2), token);
            left.TrySetResult((context.TaskId, context.Task.WorkerId));
            return TaskOutcome.Detached();
        }));
        var instance = await session.Engine.StartAsync("one~");
        var (taskId, workerId) = await session.AwaitAsync(left.Task);
        await session.AwaitAsync(worker.StopAsync(Token));
        Assert.Empty(await session.FetchAsync("one~"));
        (await session.Engine.GetAsync($"process-instance/{instance}/variables/progress?deserializeValue=false")).Is(200, """{"type":"Integer","value":50,"valueInfo":{}}""");

        using var other = session.NewClient(workerId);
        await other.CompleteAsync(taskId, new Dictionary<string, TypedValue> { ["reply"] = "yes" }, cancellationToken: Token);
        await session.HasVariableAsync(await session.FetchOneAsync("two~"), "reply", """{"type":"String","value":"yes","valueInfo":{}}""");
        Assert.Single(session.Sent("/complete"));
        Assert.Empty(session.Sent("/unlock"));
        Assert.Single(session.Sent("/localVariables"));
    }

    [Theory, Engines]
    public async Task Case051_A_task_that_is_gone_is_not_a_failure(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        await session.DeployTwoTasksAsync();
        var instance = await session.Engine.StartAsync("one~");
        session.StartWorker(builder => builder
            .AddHandler(session.Engine.Own("one~"), async (context, _) =>
            {
                if (context.ProcessInstanceId == instance)
                {
                    (await session.Engine.DeleteAsync($"process-instance/{instance}")).IsNoContent();
                }

                return TaskOutcome.Completed();
            })
            .AddHandler(session.Engine.Own("two~"), static (_, _) => Task.FromResult(TaskOutcome.Completed())));
        await session.UntilAsync(() => session.Sent("/complete").Count > 0);

        // The loop goes on.
        var next = await session.Engine.StartAsync("one~");
        await session.UntilAsync(() => session.HasEndedAsync(next));
        Assert.Empty(session.Sent("/failure"));
    }

    [Theory, Engines]
    public async Task Case052_A_completion_under_another_worker_s_lock_is_lock_lost(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        var task = await session.TaskAsync();
        await session.Client.UnlockAsync(task, Token);
        using var other = session.NewClient("other");
        await session.FetchOneAsync("one~", by: other);
        var lost = await Assert.ThrowsAsync<EngineException>(() => session.Client.CompleteAsync(task, cancellationToken: Token));
        Assert.Equal((HttpStatusCode.BadRequest, true, false), (lost.StatusCode, lost.IsLockLost, lost.IsRetryable));
    }

    [Theory, Engines]
    public async Task Case054_A_value_the_database_refuses_becomes_an_incident_with_the_engine_s_words(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        await session.DeployTwoTasksAsync();
        var instance = await session.Engine.StartAsync("one~");
        session.StartWorker(builder => builder.AddHandler(
            session.Engine.Own("one~"), static (_, _) => Task.FromResult(TaskOutcome.Completed(new UntypedOutput { ["long"] = new string('x', 4001) }))));
        await session.UntilAsync(async () => await session.CountAsync($"incident?processInstanceId={instance}") == 1);
        Assert.Contains("longer: 'long'.", session.LastSent("/failure").Json.GetProperty("errorMessage").GetString(), StringComparison.Ordinal);
        if (session.Engine.Flavor != EngineFlavor.Camunda717)
        {
            Assert.Single(session.Sent("/complete"));
        }
    }

    [Theory, Engines]
    public async Task Case058_A_step_behind_the_task_that_throws_is_a_failure_with_its_message(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        await session.Engine.DeployAsync(Model.Process(
            "one~",
            $"{Model.Start}{Model.Flow("s", "t")}{Model.Task("t", "one~")}{Model.Flow("t", "x")}"
            + $"<serviceTask id=\"x\" camunda:expression=\"${{missing}}\" />{Model.Flow("x", "e")}{Model.End}"));
        var instance = await session.Engine.StartAsync("one~");
        session.StartWorker(builder => builder.AddHandler(session.Engine.Own("one~"), static (_, _) => Task.FromResult(TaskOutcome.Completed())));
        await session.UntilAsync(async () => await session.CountAsync($"incident?processInstanceId={instance}") == 1);
        var failures = session.Sent("/failure");
        Assert.Contains("missing", failures[0].Json.GetProperty("errorMessage").GetString(), StringComparison.Ordinal);
        Assert.Equal([2, 1, 0], failures.Select(static failure => failure.Json.GetProperty("retries").GetInt32()));
    }

    [Theory, Engines]
    public async Task Case059_An_output_that_cannot_be_written_is_an_incident_that_names_the_variable(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        await session.DeployTwoTasksAsync(firstTopic: "case-unwritable");
        var instance = await session.Engine.StartAsync("one~");
        session.StartWorker(static builder => builder.AddHandler<Unwritable>());
        await session.UntilAsync(async () => await session.CountAsync($"incident?processInstanceId={instance}") == 1);
        Assert.Empty(session.Sent("/complete"));
        Assert.Contains("'text'", Assert.Single(session.Sent("/failure")).Json.GetProperty("errorMessage").GetString(), StringComparison.Ordinal);
    }

    [Theory, Engines]
    public async Task Case060_An_expired_lock_that_no_worker_took_still_completes(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        var task = await session.TaskAsync();
        await session.Engine.AdvanceAsync(TimeSpan.FromMinutes(2));
        await session.Client.CompleteAsync(task, cancellationToken: Token);
        await session.FetchOneAsync("two~");
    }

    [Theory, Engines]
    public async Task Case061_A_suspended_instance_refuses_and_is_not_a_lost_lock(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        var task = await session.TaskAsync();
        (await session.Engine.PutAsync($"process-instance/{task.ProcessInstanceId}/suspended", """{"suspended":true}""")).IsNoContent();
        var refused = await Assert.ThrowsAsync<EngineException>(() => session.Client.CompleteAsync(task, cancellationToken: Token));
        Assert.Equal((true, false), (refused.IsSuspended, refused.IsLockLost));
        (await session.Engine.PutAsync($"process-instance/{task.ProcessInstanceId}/suspended", """{"suspended":false}""")).IsNoContent();
        await session.Client.CompleteAsync(task, cancellationToken: Token);
    }
}

[TaskOutput]
public sealed partial record HalfText(string Text);

[ExternalTaskHandler("case-unwritable")]
public sealed partial class Unwritable
{
    public HalfText Handle() => new("\uD83D");
}
