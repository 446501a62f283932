using Camunda.ExternalTask.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Camunda.ExternalTask.Tests.Hosting;

/// <summary>A stop ends by itself, also where the clock of a test stands still, and however the container is disposed.</summary>
public class DisposalTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("Situation", "80")]
    public async Task A_host_stops_while_its_clock_stands_still(bool withTask)
    {
        var time = new FakeTimeProvider();
        await using var engine = new InMemoryEngine(new InMemoryEngineOptions { TimeProvider = time });
        using var host = HostWith(engine, time, out var handled);
        await host.StartAsync(Token);
        if (withTask)
        {
            engine.Deploy(Model);
            engine.Start("one");
            await handled.Task.WaitAsync(Token);
        }

        // The token ends the grace of a host that hangs; it must not be needed.
        using var patience = new CancellationTokenSource(Patience);
        await host.StopAsync(patience.Token);

        Assert.False(patience.IsCancellationRequested);
        Assert.False(host.Services.GetRequiredService<ExternalTaskWorker>().IsActive);
    }

    [Fact]
    public async Task A_host_is_disposed_synchronously_while_its_clock_stands_still()
    {
        var time = new FakeTimeProvider();
        await using var engine = new InMemoryEngine(new InMemoryEngineOptions { TimeProvider = time });
        var host = HostWith(engine, time, out _);
        await host.StartAsync(Token);

        await Task.Run(host.Dispose, Token).WaitAsync(Patience, Token);
    }

    [Fact]
    public void A_container_with_a_worker_is_disposed_synchronously()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddCamundaExternalTasks(options => options.BaseAddress = new("http://localhost:1/engine-rest")).AddHandler("topic", (_, _) => Task.FromResult(TaskOutcome.Completed()));
        services.AddExternalTaskClient(options => options.BaseAddress = new("http://localhost:1/engine-rest"));

        ExternalTaskWorker worker;
        using (var provider = services.BuildServiceProvider())
        {
            worker = provider.GetRequiredService<ExternalTaskWorker>();
            _ = provider.GetRequiredService<ExternalTaskClient>();
        }

        worker.Dispose();
        Assert.Throws<ObjectDisposedException>(worker.Start);
    }

    [Fact]
    public async Task A_worker_is_disposed_while_a_handler_runs_and_again_after_its_stop()
    {
        var time = new FakeTimeProvider();
        await using var engine = new InMemoryEngine(new InMemoryEngineOptions { TimeProvider = time });
        engine.Deploy(Model);
        engine.Start("one");
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var worker = WorkerWith(engine, time, async (_, cancellationToken) =>
        {
            started.SetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return TaskOutcome.Completed();
        });
        worker.Start();
        await started.Task.WaitAsync(Token);

        await Task.Run(worker.Dispose, Token).WaitAsync(Patience, Token);
        await worker.StopAsync(Token);
        await worker.DisposeAsync();

        Assert.Single(engine.RunningInstances);
    }

    [Fact]
    public async Task A_host_stops_with_an_old_poll_and_is_disposed_twice_while_its_clock_stands_still()
    {
        var time = new FakeTimeProvider();
        await using var engine = new InMemoryEngine(new InMemoryEngineOptions { TimeProvider = time });
        var host = HostWith(engine, time, out _);
        await host.StartAsync(Token);
        time.Advance(TimeSpan.FromSeconds(5));

        await host.StopAsync(Token).WaitAsync(Patience, Token);
        await Task.Run(host.Dispose, Token).WaitAsync(Patience, Token);
        await Task.Run(host.Dispose, Token).WaitAsync(Patience, Token);
    }

    [Fact]
    public async Task A_host_that_was_never_started_is_disposed_synchronously()
    {
        await using var engine = new InMemoryEngine();
        var host = HostWith(engine, new FakeTimeProvider(), out _);
        var worker = host.Services.GetRequiredService<ExternalTaskWorker>();

        host.Dispose();

        Assert.Throws<ObjectDisposedException>(worker.Start);
    }

    [Fact]
    public async Task A_worker_is_disposed_while_a_handler_ignores_its_cancellation()
    {
        var time = new FakeTimeProvider();
        await using var engine = new InMemoryEngine(new InMemoryEngineOptions { TimeProvider = time });
        engine.Deploy(Model);
        engine.Start("one");
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var end = new TaskCompletionSource<TaskOutcome>();
        var worker = WorkerWith(engine, time, (_, _) =>
        {
            started.SetResult();
            return end.Task;
        });
        worker.Start();
        await started.Task.WaitAsync(Token);

        await Task.Run(worker.Dispose, Token).WaitAsync(Patience, Token);

        end.SetResult(TaskOutcome.Completed());
        Assert.Single(engine.RunningInstances);
    }

    private const string Model = """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
          <process id="one" isExecutable="true" camunda:historyTimeToLive="1">
            <startEvent id="start"/><sequenceFlow id="f1" sourceRef="start" targetRef="task"/>
            <serviceTask id="task" camunda:type="external" camunda:topic="topic"/><sequenceFlow id="f2" sourceRef="task" targetRef="end"/><endEvent id="end"/>
          </process>
        </definitions>
        """;

    private static ExternalTaskWorker WorkerWith(
        InMemoryEngine engine, TimeProvider time, Func<ExternalTaskContext, CancellationToken, Task<TaskOutcome>> handler) => ExternalTaskWorker.Create(
        options =>
        {
            options.BaseAddress = InMemoryEngine.BaseAddress;
            options.ShutdownGrace = TimeSpan.FromMilliseconds(100);
        },
        builder =>
        {
            builder.Services.AddSingleton(time);
            builder.ConfigurePrimaryHttpMessageHandler(_ => engine.CreateHandler());
            builder.AddHandler("topic", handler);
        });

    private static IHost HostWith(InMemoryEngine engine, FakeTimeProvider time, out TaskCompletionSource handled)
    {
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        handled = seen;
        var builder = Host.CreateEmptyApplicationBuilder(new() { ApplicationName = "disposal" });
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services
            .AddCamundaExternalTasks(options => options.BaseAddress = InMemoryEngine.BaseAddress)
            .AddHandler("topic", (_, _) =>
            {
                seen.TrySetResult();
                return Task.FromResult(TaskOutcome.Completed());
            })
            .ConfigurePrimaryHttpMessageHandler(_ => engine.CreateHandler());
        return builder.Build();
    }
}
