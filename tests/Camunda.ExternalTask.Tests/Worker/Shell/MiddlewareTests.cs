using System.Collections.Concurrent;
using System.Diagnostics;
using Camunda.ExternalTask.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Camunda.ExternalTask.Tests.Worker.Shell;

public class MiddlewareTests
{
    private readonly ConcurrentQueue<string> _steps = new();

    [Fact]
    public async Task What_was_added_first_is_outermost()
    {
        await using var bench = new WorkerBench();
        bench.StartInstance();
        await bench.StartAsync(worker => worker.AddHandler("topic", Handle).Use(Step("outer")).Use(Step("inner")));
        await bench.Log.SeeAsync("TaskCompleted");

        Assert.Equal(["outer in", "inner in", "handler", "inner out", "outer out"], _steps);
    }

    [Fact]
    public async Task Middleware_may_answer_by_itself()
    {
        await using var bench = new WorkerBench();
        var instance = bench.StartInstance();
        await bench.StartAsync(worker => worker.AddHandler("topic", Handle).Use((_, _, _) => ValueTask.FromResult<TaskOutcome>(new BpmnError("REFUSED"))));
        await bench.Log.SeeAsync("BpmnErrorReported");

        Assert.Empty(_steps);
        Assert.Equal(["refused"], bench.Engine.EndEvents(instance));
    }

    [Fact]
    public async Task Exceptions_of_the_handler_are_seen_and_may_be_translated()
    {
        await using var bench = new WorkerBench();
        var instance = bench.StartInstance();
        await bench.StartAsync(worker => worker
            .AddHandler("topic", (_, _) => throw new TimeoutException("the bank is closed"))
            .Use(async (context, next, token) =>
            {
                var result = next(context, token);
                try
                {
                    return await result;
                }
                catch (TimeoutException)
                {
                    return new BpmnError("REFUSED");
                }
            }));
        await bench.Log.SeeAsync("BpmnErrorReported");

        Assert.Equal(["refused"], bench.Engine.EndEvents(instance));
    }

    [Fact]
    public async Task An_input_that_cannot_be_read_is_seen()
    {
        await using var bench = new WorkerBench();
        var seen = new ConcurrentQueue<Exception>();
        bench.StartInstance(new Dictionary<string, object?> { ["amount"] = "much" });
        await bench.StartAsync(worker => worker.AddHandler<DoubleAmount>().Use(async (context, next, token) =>
        {
            try
            {
                return await next(context, token);
            }
            catch (Exception exception)
            {
                seen.Enqueue(exception);
                throw;
            }
        }));
        await bench.Log.SeeAsync("IncidentCreated");

        Assert.Contains("amount", Assert.IsType<VariableException>(Assert.Single(seen)).Message);
    }

    [Fact]
    public async Task What_middleware_throws_is_a_failure_as_of_the_handler()
    {
        await using var bench = new WorkerBench();
        bench.StartInstance();
        await bench.StartAsync(worker => worker.AddHandler("topic", Handle).Use((_, _, _) => throw new NonRetryableException("no licence")));
        await bench.Log.SeeAsync("IncidentCreated");

        Assert.Equal("no licence", Assert.Single(bench.Engine.Incidents).Message);
    }

    [Fact]
    public async Task Next_may_be_called_again_and_every_call_makes_a_new_handler_in_the_same_scope()
    {
        await using var bench = new WorkerBench();
        var instance = bench.StartInstance();
        bench.Services.AddSingleton(_steps).AddScoped<UnitOfWork>();
        await bench.StartAsync(worker => worker
            .AddHandler<Failing>()
            .Use(async (context, next, token) =>
            {
                for (var attempt = 1; ; attempt++)
                {
                    try
                    {
                        return await next(context, token);
                    }
                    catch (InvalidOperationException) when (attempt < 3)
                    {
                        _steps.Enqueue("again");
                    }
                }
            }));
        await bench.Log.SeeAsync("TaskCompleted");

        Assert.Equal(["handler 1", "again", "handler 2", "again", "handler 3", "disposed after 3"], _steps);
        Assert.Equal(["end"], bench.Engine.EndEvents(instance));
    }

    [Fact]
    public async Task Middleware_of_the_container_shares_the_scope_of_its_handler_and_every_task_has_its_own()
    {
        await using var bench = new WorkerBench();
        bench.Services.AddSingleton(_steps).AddScoped<UnitOfWork>();
        await bench.StartAsync(worker => worker.AddHandler<Working>().Use<Transaction>(), options => options.MaxConcurrency = 1);
        bench.StartInstance();
        await bench.Log.SeeAsync("TaskCompleted");
        bench.StartInstance();
        await bench.Log.SeeAsync("TaskCompleted", 2);

        string[] task = ["handler 1", "commit 1", "disposed after 1"];
        Assert.Equal([.. task, .. task], _steps);
    }

    [Fact]
    public async Task A_handler_without_services_has_a_scope_with_middleware_and_none_without()
    {
        await using var bench = new WorkerBench();
        bench.Services.AddSingleton(_steps).AddScoped<UnitOfWork>();
        bench.StartInstance();
        await bench.StartAsync(worker => worker
            .AddHandler("topic", (context, _) =>
            {
                context.Services.GetRequiredService<UnitOfWork>().Note("handler");
                return Task.FromResult(TaskOutcome.Completed());
            })
            .Use((context, next, token) =>
            {
                context.Services.GetRequiredService<UnitOfWork>().Note("middleware");
                return next(context, token);
            }));
        await bench.Log.SeeAsync("TaskCompleted");
        Assert.Equal(["middleware 1", "handler 2", "disposed after 2"], _steps);

        await using var without = new WorkerBench();
        without.StartInstance();
        await without.StartAsync((context, _) => Task.FromResult(context.Services is null ? TaskOutcome.Released() : TaskOutcome.Completed()));
        await without.Log.SeeAsync("TaskFailed");
        Assert.Contains(without.Log.Entries, entry => entry.Exception?.Message.StartsWith("The worker has no middleware", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task The_handler_gets_the_token_that_middleware_passes()
    {
        await using var bench = new WorkerBench();
        using var own = new CancellationTokenSource();
        var tokens = new ConcurrentQueue<CancellationToken>();
        bench.StartInstance();
        await bench.StartAsync(worker => worker
            .AddHandler("topic", (_, token) =>
            {
                tokens.Enqueue(token);
                return Task.FromResult(TaskOutcome.Completed());
            })
            .Use((context, next, token) =>
            {
                Assert.True(token.CanBeCanceled);
                return next(context, own.Token);
            }));
        await bench.Log.SeeAsync("TaskCompleted");

        Assert.Equal(own.Token, Assert.Single(tokens));
    }

    [Fact]
    public async Task A_stop_cancels_middleware_and_the_task_is_released()
    {
        await using var bench = new WorkerBench();
        bench.StartInstance();
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await bench.StartAsync(worker => worker.AddHandler("topic", Handle).Use(async (context, next, token) =>
        {
            started.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, token);
            return await next(context, token);
        }));
        await started.Task;
        await bench.Time.PassUntilAsync(bench.StopAsync());

        Assert.Equal(1, bench.Log.CountOf("TaskReleased"));
        Assert.Empty(_steps);
    }

    [Fact]
    public async Task Middleware_runs_in_the_log_scope_and_the_activity_of_its_task_and_around_topics_of_run_time()
    {
        using var listener = new ActivityListener { ShouldListenTo = static source => source.Name == WorkerMetrics.Name, Sample = static (ref _) => ActivitySamplingResult.AllData };
        ActivitySource.AddActivityListener(listener);
        await using var bench = new WorkerBench();
        var scopes = -1;
        string? activity = null;
        await bench.StartAsync(worker => worker.AddHandler("other", Handle).Use((context, next, token) =>
        {
            scopes = bench.Log.Scopes.Count(scope => scope.Contains(context.TaskId, StringComparison.Ordinal));
            activity = Activity.Current?.DisplayName;
            return next(context, token);
        }));
        bench.Worker.Subscribe("topic", Handle);
        bench.StartInstance();
        await bench.Log.SeeAsync("TaskCompleted");

        Assert.Equal((1, "process topic"), (scopes, activity));
    }

    private Task<TaskOutcome> Handle(ExternalTaskContext context, CancellationToken cancellationToken)
    {
        _steps.Enqueue("handler");
        return Task.FromResult(TaskOutcome.Completed());
    }

    private Func<ExternalTaskContext, TaskDelegate, CancellationToken, ValueTask<TaskOutcome>> Step(string name) => async (context, next, token) =>
    {
        _steps.Enqueue($"{name} in");
        var outcome = await next(context, token);
        _steps.Enqueue($"{name} out");
        return outcome;
    };

    private sealed class Transaction(UnitOfWork work) : ITaskMiddleware
    {
        public async ValueTask<TaskOutcome> InvokeAsync(ExternalTaskContext context, TaskDelegate next, CancellationToken cancellationToken)
        {
            var outcome = await next(context, cancellationToken);
            work.Commit();
            return outcome;
        }
    }
}

internal sealed class UnitOfWork(ConcurrentQueue<string> steps) : IAsyncDisposable
{
    public int Notes { get; private set; }

    public void Note(string who) => steps.Enqueue($"{who} {++Notes}");

    public void Commit() => steps.Enqueue($"commit {Notes}");

    public ValueTask DisposeAsync()
    {
        steps.Enqueue($"disposed after {Notes}");
        return ValueTask.CompletedTask;
    }
}

[ExternalTaskHandler("topic", ProcessDefinitionKey = "one")]
internal sealed partial class Working(UnitOfWork work)
{
    public void Handle() => work.Note("handler");
}

[ExternalTaskHandler("topic", BusinessKey = "bk", ProcessDefinitionKey = "one")]
internal sealed partial class Failing(UnitOfWork work)
{
    private bool _isUsed;

    public void Handle()
    {
        Assert.False(_isUsed);
        _isUsed = true;
        work.Note("handler");
        if (work.Notes < 3)
        {
            throw new InvalidOperationException("not yet");
        }
    }
}
