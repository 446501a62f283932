using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using System.Text;
using Camunda.ExternalTask.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Camunda.ExternalTask.Tests.Worker.Shell;

public class UserCodeFaultTests
{
    [Fact]
    public async Task A_cancellation_callback_that_throws_is_logged_when_the_lock_is_lost()
    {
        await using var bench = new WorkerBench();
        var started = new TaskCompletionSource();
        var finish = new TaskCompletionSource();
        await bench.StartAsync(async (task, token) =>
        {
            token.Register(static () => throw new InvalidOperationException("callback"));
            task.LockLost.Register(static () => throw new InvalidOperationException("lost"));
            started.TrySetResult();
            await finish.Task;
            return TaskOutcome.Completed();
        });
        bench.StartInstance();
        await started.Task;

        bench.Network.Answer("/extendLock", () => Error(HttpStatusCode.NotFound, "RestException", "gone"));
        bench.Time.Advance(TimeSpan.FromSeconds(6));
        await bench.Log.SeeAsync("CancellationCallbackFailed");
        finish.SetResult();

        var entry = Assert.Single(bench.Log.Entries, entry => entry.Event == "CancellationCallbackFailed");
        Assert.Equal("callback", entry.Exception!.Message);
        await bench.Log.SeeAsync("ResultDropped");
    }

    [Fact]
    public async Task A_message_handler_whose_callback_throws_costs_one_poll()
    {
        await using var bench = new WorkerBench();
        bench.Network.Next("/fetchAndLock", async send =>
        {
            await Task.Delay(Timeout.Infinite, CancellationToken.None);
            return await send();
        });
        await bench.StartAsync(
            worker => worker.AddHandler("topic", (_, _) => Task.FromResult(TaskOutcome.Completed())).ConfigureHttpClients(client => client.AddHttpMessageHandler(() => new ThrowingCallbacks())));

        bench.Time.Advance(TimeSpan.FromSeconds(26));
        await bench.Log.SeeAsync("PollFailed");
        bench.StartInstance();
        bench.Time.Advance(TimeSpan.FromSeconds(2));
        await bench.Log.SeeAsync("TaskCompleted");
    }

    [Fact]
    public async Task Listeners_of_activities_and_metrics_that_throw_lose_no_task()
    {
        using var activities = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == WorkerMetrics.Name,
            Sample = static (ref _) => ActivitySamplingResult.AllData,
            ActivityStarted = static activity => ThrowFor(activity.OperationName.EndsWith("throwing", StringComparison.Ordinal)),
            ActivityStopped = static activity => ThrowFor(activity.OperationName.EndsWith("throwing", StringComparison.Ordinal)),
        };
        ActivitySource.AddActivityListener(activities);
        using var measurements = new MeterListener { InstrumentPublished = static (instrument, listener) => listener.EnableMeasurementEvents(instrument) };
        measurements.SetMeasurementEventCallback<long>(static (_, _, tags, _) => ThrowFor(tags.ToArray().Any(static tag => tag.Value is "throwing")));
        measurements.SetMeasurementEventCallback<double>(static (_, _, tags, _) => ThrowFor(tags.ToArray().Any(static tag => tag.Value is "throwing")));
        measurements.Start();
        await using var bench = new WorkerBench();
        bench.Engine.Deploy("""
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
              <process id="throwing" isExecutable="true" camunda:historyTimeToLive="1">
                <startEvent id="start"/><sequenceFlow id="f1" sourceRef="start" targetRef="task"/>
                <serviceTask id="task" camunda:type="external" camunda:topic="throwing"/><sequenceFlow id="f2" sourceRef="task" targetRef="end"/><endEvent id="end"/>
              </process>
            </definitions>
            """);
        List<string> instances = [.. Enumerable.Range(0, 3).Select(_ => bench.Engine.Start("throwing"))];

        await bench.StartAsync(worker => worker.AddHandler("throwing", static (_, _) => Task.FromResult(TaskOutcome.Completed())), options => options.MaxConcurrency = 1);
        await bench.Log.SeeAsync("TaskCompleted", 3);

        Assert.All(instances, id => Assert.Equal(["end"], bench.Engine.EndEvents(id)));
        Assert.NotEqual(0, bench.Log.CountOf("TelemetryFailed"));

        static void ThrowFor(bool isOurs)
        {
            if (isOurs)
            {
                throw new InvalidOperationException("listener");
            }
        }
    }

    [Fact]
    [Trait("Situation", "42")]
    public async Task A_task_larger_than_a_response_becomes_an_incident_and_the_others_complete()
    {
        await using var bench = new WorkerBench();
        List<string> small = [.. Enumerable.Range(0, 3).Select(_ => bench.StartInstance())];
        bench.StartInstance(new Dictionary<string, object?> { ["document"] = new byte[75_000] });
        small.AddRange(Enumerable.Range(0, 3).Select(_ => bench.StartInstance()));

        await bench.StartAsync((_, _) => Task.FromResult(TaskOutcome.Completed()), options => options.MaxResponseBytes = 64 * 1024);
        await bench.PassUntilAsync(() => bench.Log.CountOf("TaskCompleted") == 6 && bench.Log.CountOf("IncidentCreated") == 1);

        Assert.All(small, id => Assert.Equal(["end"], bench.Engine.EndEvents(id)));
        var incident = Assert.Single(bench.Engine.Incidents);
        Assert.Contains("MaxResponseBytes", incident.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Situation", "42")]
    public async Task Many_large_tasks_complete_although_their_responses_are_too_long()
    {
        await using var bench = new WorkerBench();
        for (var i = 0; i < 40; i++)
        {
            bench.StartInstance(new Dictionary<string, object?> { ["document"] = new byte[7_500] });
        }

        await bench.StartAsync((_, _) => Task.FromResult(TaskOutcome.Completed()), options => options.MaxResponseBytes = 64 * 1024);
        await bench.PassUntilAsync(() => bench.Log.CountOf("TaskCompleted") == 40);

        Assert.Empty(bench.Engine.Incidents);
    }

    [Fact]
    [Trait("Situation", "51")]
    public async Task A_start_reserves_a_thread_for_each_slot()
    {
        await using var bench = new WorkerBench();
        ThreadPool.GetMinThreads(out var before, out _);
        using var all = new CountdownEvent(150);
        using var release = new ManualResetEventSlim();
        await bench.StartAsync(
            (_, _) =>
            {
                all.Signal();
                release.Wait(CancellationToken.None);
                return Task.FromResult(TaskOutcome.Completed());
            },
            options => options.MaxConcurrency = 150);

        ThreadPool.GetMinThreads(out var after, out _);
        Assert.True(after >= 150, $"{before} → {after}");

        for (var i = 0; i < 150; i++)
        {
            bench.StartInstance();
        }

        await Task.Factory.StartNew(() => all.Wait(TestContext.Current.CancellationToken), TaskCreationOptions.LongRunning);
        bench.Time.Advance(TimeSpan.FromSeconds(6));
        await bench.Log.SeeAsync("LockExtended", 150);
        release.Set();
        await bench.Log.SeeAsync("TaskCompleted", 150);
    }

    [Fact]
    public async Task A_topic_that_is_opened_again_reserves_no_more_threads()
    {
        await using var bench = new WorkerBench();
        await bench.StartAsync((_, _) => Task.FromResult(TaskOutcome.Completed()), options => options.MaxConcurrency = 300);
        await OpenAndCloseAsync();
        ThreadPool.GetMinThreads(out var before, out _);

        await OpenAndCloseAsync();

        ThreadPool.GetMinThreads(out var after, out _);
        Assert.True(after - before < 300, $"{before} → {after}");

        async Task OpenAndCloseAsync()
        {
            var subscription = bench.Worker.Subscribe("other", (_, _) => Task.FromResult(TaskOutcome.Completed()));
            await bench.Time.PassUntilAsync(subscription.CloseAsync(CancellationToken.None));
        }
    }

    private static HttpResponseMessage Error(HttpStatusCode status, string type, string message) =>
        new(status) { Content = new StringContent($$"""{"type":"{{type}}","message":"{{message}}","code":0}""", Encoding.UTF8, "application/json") };

    private sealed class ThrowingCallbacks : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            cancellationToken.Register(static () => throw new InvalidOperationException("callback"));
            return base.SendAsync(request, cancellationToken).WaitAsync(cancellationToken);
        }
    }
}
