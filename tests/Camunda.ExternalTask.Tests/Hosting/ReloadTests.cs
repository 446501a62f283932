using Camunda.ExternalTask.Testing;
using Camunda.ExternalTask.Tests.Worker.Shell;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Camunda.ExternalTask.Tests.Hosting;

/// <summary>A configuration that changes while a worker runs, and what an invalid one says.</summary>
public sealed class ReloadTests : IAsyncDisposable
{
    private const string OneTask = """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
          <process id="one" isExecutable="true" camunda:historyTimeToLive="1">
            <startEvent id="start"/><sequenceFlow id="f1" sourceRef="start" targetRef="task"/>
            <serviceTask id="task" camunda:type="external" camunda:topic="topic"/><sequenceFlow id="f2" sourceRef="task" targetRef="end"/><endEvent id="end"/>
          </process>
        </definitions>
        """;

    private readonly InMemoryEngine _engine = new();
    private readonly EventLog _log = new();
    private readonly Settings _settings = new();
    private IHost? _host;

    public ReloadTests() => _engine.Deploy(OneTask);

    private ExternalTaskWorker Worker => _host!.Services.GetRequiredService<ExternalTaskWorker>();

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.StopAsync(CancellationToken.None);
            _host.Dispose();
        }

        await _engine.DisposeAsync();
    }

    [Fact]
    public async Task Slots_retries_and_locks_apply_without_a_restart()
    {
        _settings.Change(("MaxConcurrency", "1"));
        var release = new TaskCompletionSource<TaskOutcome>(TaskCreationOptions.RunContinuationsAsynchronously);
        await StartAsync((_, _) => release.Task);
        Start(3);
        await _log.SeeAsync("TaskStarted");
        Assert.Equal(1, _log.CountOf("TaskStarted"));

        Reload(("MaxConcurrency", "3"), ("RetryCycle", "R1/PT0S"), ("Topics:TOPIC:LockDuration", "PT2M"), ("PollTimeout", "PT5S"));
        await _log.SeeAsync("TaskStarted", 3);

        Assert.Equal(
            (LogLevel.Information,
                "The configuration was reloaded. Applied: Camunda:MaxConcurrency, Camunda:RetryCycle, Camunda:Topics:TOPIC:LockDuration. "
                + "Takes effect with the next start of the process: Camunda:PollTimeout"),
            Single("SettingsApplied"));

        // The task that the worker had fetched before keeps its retries.
        release.SetResult(new TaskFailure("no"));
        await _log.SeeAsync("IncidentCreated", 2);
        await _log.SeeAsync("TaskFailed", 1);
    }

    [Theory]
    [InlineData("MaxConcurrency", "0", "Camunda:MaxConcurrency is 0; it must be at least 1.")]
    [InlineData("MaxConcurency", "1", "The configuration key 'Camunda:MaxConcurency' is unknown. Did you mean 'MaxConcurrency'?")]
    [InlineData("LockDuration", "30", "Camunda:LockDuration is '30', which .NET reads as days. Write 00:00:30 (or PT30S) for 30 seconds.")]
    [InlineData("Topics:other:RetryCycle", "PT1S", "Camunda:Topics:other names the topic 'other', but no handler has it.")]
    [InlineData("MaxConcurrency", "many", "Camunda:MaxConcurrency")]
    public async Task An_invalid_reload_keeps_the_settings_and_names_path_and_remedy(string key, string value, string message)
    {
        await StartAsync(static (_, _) => Task.FromResult(TaskOutcome.Completed()));

        Reload((key, value));

        var (level, text) = Single("SettingsRefused");
        Assert.Equal(LogLevel.Error, level);
        Assert.StartsWith("The reloaded configuration is invalid; the worker keeps the settings that it has. ", text, StringComparison.Ordinal);
        Assert.Contains(message, text, StringComparison.Ordinal);
        await Worker.StopAsync(TestContext.Current.CancellationToken);
        Worker.Start();
        Start(1);
        await _log.SeeAsync("TaskCompleted");

        Reload((key, null), ("MaxConcurrency", "5"));
        Assert.Contains("Camunda:MaxConcurrency", Single("SettingsApplied").Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_limit_that_needs_another_poll_waits_for_the_next_process()
    {
        await StartAsync(static (_, _) => Task.FromResult(TaskOutcome.Completed()));

        Reload(("Topics:topic:MaxConcurrency", "2"));

        Assert.Equal("The configuration was reloaded. Takes effect with the next start of the process: Camunda:Topics:topic:MaxConcurrency", Single("SettingsApplied").Message);
    }

    [Fact]
    public async Task An_unchanged_reload_says_nothing()
    {
        await StartAsync(static (_, _) => Task.FromResult(TaskOutcome.Completed()));

        _settings.Change([]);

        Assert.Equal(0, _log.CountOf("SettingsApplied"));
    }

    [Fact]
    public async Task Topics_that_differ_only_by_case_cannot_share_settings()
    {
        _settings.Change(("Topics:topic:LockDuration", "PT1M"));
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(
            () => StartAsync(static (_, _) => Task.FromResult(TaskOutcome.Completed()), static worker => worker.AddHandler("Topic", static (_, _) => Task.FromResult(TaskOutcome.Completed()))));

        Assert.Contains("Camunda:Topics:topic would apply to two topics that differ only by case: 'topic' (topic) and 'Topic' (Topic).", exception.Message, StringComparison.Ordinal);
    }

    private (LogLevel Level, string Message) Single(string kind)
    {
        var entry = Assert.Single(_log.Entries, entry => entry.Event == kind);
        return (entry.Level, entry.Message);
    }

    private void Start(int count)
    {
        for (var i = 0; i < count; i++)
        {
            _engine.Start("one");
        }
    }

    private void Reload(params (string Key, string? Value)[] settings) => _settings.Change(settings);

    private Task StartAsync(Func<ExternalTaskContext, CancellationToken, Task<TaskOutcome>> handle, Action<ExternalTaskWorkerBuilder>? build = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new() { ApplicationName = "reload" });
        builder.Logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_log);
        var worker = builder.Services
            .AddCamundaExternalTasks(new ConfigurationBuilder().Add(_settings).Build().GetSection("Camunda"))
            .ConfigurePrimaryHttpMessageHandler(_ => _engine.CreateHandler())
            .AddHandler("topic", handle);
        build?.Invoke(worker);
        _host = builder.Build();
        return _host.StartAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Settings that a test changes.</summary>
    private sealed class Settings : ConfigurationProvider, IConfigurationSource
    {
        public Settings() => Set("Camunda:BaseAddress", InMemoryEngine.BaseAddress.ToString());

        public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

        public void Change(params (string Key, string? Value)[] settings)
        {
            foreach (var (key, value) in settings)
            {
                Data.Remove($"Camunda:{key}");
                if (value is not null)
                {
                    Data.Add($"Camunda:{key}", value);
                }
            }

            OnReload();
        }
    }
}
