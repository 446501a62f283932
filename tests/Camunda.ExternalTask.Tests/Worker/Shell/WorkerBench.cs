using Camunda.ExternalTask.Testing;
using Camunda.ExternalTask.Tests.Security;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Camunda.ExternalTask.Tests.Worker.Shell;

/// <summary>A hosted worker in front of an engine in memory, with a network that can fail between them and a clock that stands still.</summary>
internal sealed class WorkerBench : IAsyncDisposable
{
    private const string OneTask = """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
          <process id="one" isExecutable="true" camunda:historyTimeToLive="1">
            <startEvent id="start"/><sequenceFlow id="f1" sourceRef="start" targetRef="task"/>
            <serviceTask id="task" camunda:type="external" camunda:topic="topic"/><sequenceFlow id="f2" sourceRef="task" targetRef="end"/>
            <boundaryEvent id="caught" attachedToRef="task"><errorEventDefinition errorRef="error"/></boundaryEvent><sequenceFlow id="f3" sourceRef="caught" targetRef="refused"/>
            <endEvent id="end"/><endEvent id="refused"/>
          </process>
          <error id="error" errorCode="REFUSED" name="Refused"/>
        </definitions>
        """;

    private IHost? _host;

    public WorkerBench()
    {
        Engine = new InMemoryEngine(new InMemoryEngineOptions { TimeProvider = Time });
        Engine.Deploy(OneTask);
    }

    public FakeTimeProvider Time { get; } = new(DateTimeOffset.Parse("2026-01-01T00:00:00Z"));

    public InMemoryEngine Engine { get; }

    public FaultyNetwork Network { get; } = new();

    public EventLog Log { get; } = new();

    public IServiceCollection Services { get; } = new ServiceCollection();

    public ExternalTaskWorker Worker => _host!.Services.GetRequiredService<ExternalTaskWorker>();

    public IServiceProvider Provider => _host!.Services;

    public string StartInstance(IReadOnlyDictionary<string, object?>? variables = null) => Engine.Start(
        "one", new Dictionary<string, object?>(variables ?? new Dictionary<string, object?>()) { ["canary"] = CanaryWatch.Value }, businessKey: "bk");

    /// <summary>Starts a worker with a delegate for the model's topic.</summary>
    public Task StartAsync(Func<ExternalTaskContext, CancellationToken, Task<TaskOutcome>> handle, Action<ExternalTaskWorkerOptions>? configure = null) =>
        StartAsync(worker => worker.AddHandler("topic", handle), configure);

    public Task StartAsync(Action<ExternalTaskWorkerBuilder> addHandlers, Action<ExternalTaskWorkerOptions>? configure = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new() { ApplicationName = "bench" });
        builder.Logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log);
        builder.Services.AddSingleton<TimeProvider>(Time);
        foreach (var service in Services)
        {
            builder.Services.Add(service);
        }

        var worker = builder.Services
            .AddCamundaExternalTasks(options =>
            {
                options.BaseAddress = InMemoryEngine.BaseAddress;
                options.RetryCycle = "R3/PT10S";
                configure?.Invoke(options);
            })
            .ConfigureHttpClients(static client => client.ConfigureHttpClient(static http => http.DefaultRequestHeaders.Add("X-Api-Key", CanaryWatch.HeaderSecret)))
            .ConfigurePrimaryHttpMessageHandler(_ => Network.Before(Engine.CreateHandler()));
        addHandlers(worker);
        _host = builder.Build();
        return _host.StartAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Lets the clock run until a condition holds.</summary>
    public Task PassUntilAsync(Func<bool> holds) => Time.PassUntilAsync(holds);

    public Task StopAsync() => _host!.StopAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            // A stopping worker looks after its aborted poll for a moment of its clock.
            await Time.PassUntilAsync(_host.StopAsync(CancellationToken.None));
            _host.Dispose();
        }

        await Engine.DisposeAsync();
    }
}
