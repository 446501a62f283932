using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Camunda.ExternalTask.Diagnostics;
using Camunda.ExternalTask.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Camunda.ExternalTask.Tests.Worker.Shell;

/// <summary>Which calls belong to which trace.</summary>
public sealed class TraceTests : IDisposable
{
    private const string Http = "System.Net.Http";

    private readonly ConcurrentQueue<Activity> _activities = new();
    private readonly ActivitySource _application = new("TraceTests");
    private readonly ActivityListener _listener;

    public TraceTests()
    {
        _listener = new()
        {
            ShouldListenTo = static source => source.Name is WorkerMetrics.Name or Http or "TraceTests",
            Sample = static (ref _) => ActivitySamplingResult.AllData,
            ActivityStopped = _activities.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public void Dispose()
    {
        _listener.Dispose();
        _application.Dispose();
    }

    [Fact]
    public async Task Results_belong_to_the_trace_of_their_task_and_polls_to_none()
    {
        await using var engine = Engine("settled");
        var address = await engine.ListenAsync(cancellationToken: TestContext.Current.CancellationToken);
        engine.Start("settled");
        var log = new EventLog();
        using var host = Host(log, address, worker => worker.AddHandler("settled-1", static async (context, cancellationToken) =>
        {
            await context.ExtendLockAsync(TimeSpan.FromMinutes(1), cancellationToken);
            return TaskOutcome.Completed();
        }));
        string ambient;
        using (var request = _application.StartActivity("request"))
        {
            ambient = request!.TraceId.ToString();
            await host.StartAsync(TestContext.Current.CancellationToken);
        }

        await log.SeeAsync("TaskCompleted");
        await host.StopAsync(TestContext.Current.CancellationToken);

        var process = Assert.Single(_activities, static activity => activity.DisplayName == "process settled-1");
        var calls = _activities.Where(activity => activity.Source.Name == Http && (string?)activity.GetTagItem("url.full") is { } url && url.StartsWith(address.ToString(), StringComparison.Ordinal)).ToList();
        Assert.All(["complete", "extendLock"], call => Assert.Single(calls, activity => IsCall(activity, call) && activity.ParentSpanId == process.SpanId));
        Assert.DoesNotContain(calls, static activity => IsCall(activity, "fetchAndLock"));
        Assert.Contains(calls, static activity => ((string)activity.GetTagItem("url.full")!).Contains("/external-task?", StringComparison.Ordinal));
        Assert.DoesNotContain(calls.Append(process), activity => activity.TraceId.ToString() == ambient);
        Assert.True(process.Duration <= calls.Single(static activity => IsCall(activity, "complete")).StartTimeUtc - process.StartTimeUtc);
    }

    [Fact]
    public async Task A_result_that_is_sent_again_stays_in_the_trace()
    {
        await using var bench = new WorkerBench();
        bench.Network.Answer("complete", static () => new(HttpStatusCode.ServiceUnavailable));
        bench.Engine.Deploy(Model("again"));
        bench.Engine.Start("again");
        await bench.StartAsync(static worker => worker.AddHandler("again-1", static (_, _) => Task.FromResult(TaskOutcome.Completed())));
        await bench.PassUntilAsync(() => bench.Log.CountOf("TaskCompleted") == 1);

        var process = Assert.Single(_activities, static activity => activity.DisplayName == "process again-1");
        var settle = Assert.Single(_activities, static activity => activity.DisplayName == "settle again-1");
        Assert.Equal((process.TraceId, process.SpanId, ActivityKind.Client), (settle.TraceId, settle.ParentSpanId, settle.Kind));
    }

    [Fact]
    public async Task A_process_continues_the_trace_of_its_starter_through_a_variable()
    {
        await using var bench = new WorkerBench();
        bench.Engine.Deploy(Model("carried"));
        using var http = new HttpClient(bench.Engine.CreateHandler());
        using var client = new ExternalTaskClient(http, new() { BaseAddress = InMemoryEngine.BaseAddress, TraceVariable = "trace" });
        Activity starter;
        string instance;
        using (starter = _application.StartActivity("start")!)
        {
            instance = (await client.Processes.StartAsync("carried", new UntypedOutput { ["amount"] = 5 }, cancellationToken: TestContext.Current.CancellationToken)).Id;
        }

        await bench.StartAsync(
            static worker => worker
                .AddHandler("carried-1", static (_, _) => Task.FromResult(TaskOutcome.Completed(new UntypedOutput { ["score"] = 1 })))
                .AddHandler(
                    "carried-2", static (_, _) => Task.FromResult(TaskOutcome.Completed()), static descriptor => descriptor with { Input = new(["score"]) }),
            static options => options.TraceVariable = "trace");
        await bench.Log.SeeAsync("TaskCompleted", 2);

        var first = Assert.Single(_activities, static activity => activity.DisplayName == "process carried-1");
        var second = Assert.Single(_activities, static activity => activity.DisplayName == "process carried-2");
        Assert.Equal((starter.TraceId, starter.SpanId, true), (first.TraceId, first.ParentSpanId, first.HasRemoteParent));
        Assert.Equal((starter.TraceId, first.SpanId), (second.TraceId, second.ParentSpanId));
        Assert.NotEmpty(instance);
    }

    [Fact]
    public async Task A_message_carries_the_trace_and_a_call_outside_a_trace_sets_no_variable()
    {
        var handler = new Client.RecordingHandler(HttpStatusCode.OK, "[]");
        using var http = new HttpClient(handler);
        using var client = new ExternalTaskClient(http, new() { BaseAddress = InMemoryEngine.BaseAddress, TraceVariable = "trace" });
        using (var starter = _application.StartActivity("message"))
        {
            await client.Processes.CorrelateAsync("paid", null, cancellationToken: TestContext.Current.CancellationToken);
            Assert.Matches($"\"trace\":{{[^}}]*\"value\":\"{starter!.Id}\"", handler.Sent[0].Body);
        }

        Activity.Current = null;
        await client.Processes.CorrelateAsync("paid", null, cancellationToken: TestContext.Current.CancellationToken);
        Assert.DoesNotContain("trace", handler.Sent[1].Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no trace")]
    [InlineData(5)]
    [InlineData(null)]
    public async Task A_variable_that_is_no_trace_starts_one(object? value)
    {
        await using var bench = new WorkerBench();
        bench.Engine.Deploy(Model("foreign"));
        bench.Engine.Start("foreign", new Dictionary<string, object?> { ["trace"] = value });
        await bench.StartAsync(
            static worker => worker.AddHandler("foreign-1", static (_, _) => Task.FromResult(TaskOutcome.Completed())), static options => options.TraceVariable = "trace");
        await bench.Log.SeeAsync("TaskCompleted");

        Assert.Equal(default, Assert.Single(_activities, static activity => activity.DisplayName == "process foreign-1").ParentSpanId);
    }

    [Fact]
    public async Task A_failure_is_an_event_and_describes_the_status()
    {
        await using var bench = new WorkerBench();
        bench.Engine.Deploy(Model("failing"));
        bench.Engine.Start("failing");
        await bench.StartAsync(static worker => worker.AddHandler("failing-1", static (_, _) => throw new InvalidOperationException("no\nscore")));
        await bench.Log.SeeAsync("TaskFailed");

        var activity = Assert.Single(_activities, static activity => activity.DisplayName == "process failing-1");
        Assert.Equal((ActivityStatusCode.Error, "no score"), (activity.Status, activity.StatusDescription));
        var thrown = Assert.Single(activity.Events);
        Assert.Equal("exception", thrown.Name);
        Assert.Equal(typeof(InvalidOperationException).FullName, thrown.Tags.Single(static tag => tag.Key == "exception.type").Value);
    }

    private static bool IsCall(Activity activity, string call) => ((string)activity.GetTagItem("url.full")!).EndsWith($"/{call}", StringComparison.Ordinal);

    private static InMemoryEngine Engine(string process)
    {
        var engine = new InMemoryEngine();
        engine.Deploy(Model(process));
        return engine;
    }

    private static IHost Host(EventLog log, Uri address, Action<ExternalTaskWorkerBuilder> build)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new() { ApplicationName = "traces" });
        builder.Logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log);
        build(builder.Services.AddCamundaExternalTasks(options => options.BaseAddress = address));
        return builder.Build();
    }

    /// <summary>Two tasks. A listener hears all workers of the test process, so each test has topics of its own.</summary>
    private static string Model(string process) => $"""
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
          <process id="{process}" isExecutable="true" camunda:historyTimeToLive="1">
            <startEvent id="start"/><sequenceFlow id="f1" sourceRef="start" targetRef="one"/>
            <serviceTask id="one" camunda:type="external" camunda:topic="{process}-1"/><sequenceFlow id="f2" sourceRef="one" targetRef="two"/>
            <serviceTask id="two" camunda:type="external" camunda:topic="{process}-2"/><sequenceFlow id="f3" sourceRef="two" targetRef="end"/><endEvent id="end"/>
          </process>
        </definitions>
        """;
}
