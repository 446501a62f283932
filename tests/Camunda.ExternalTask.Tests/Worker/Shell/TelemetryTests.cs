using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Camunda.ExternalTask.Diagnostics;

namespace Camunda.ExternalTask.Tests.Worker.Shell;

public class TelemetryTests
{
    private const string TracedModel = """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
          <process id="traced" isExecutable="true" camunda:historyTimeToLive="1">
            <startEvent id="start"/><sequenceFlow id="f1" sourceRef="start" targetRef="task"/>
            <serviceTask id="task" camunda:type="external" camunda:topic="traced"/><sequenceFlow id="f2" sourceRef="task" targetRef="end"/><endEvent id="end"/>
          </process>
        </definitions>
        """;

    [Fact]
    public async Task Case153_Outcomes_durations_and_fetches_are_counted_by_topic()
    {
        await using var bench = new WorkerBench();
        using var counts = new InstrumentCounts();
        var n = 0;
        for (var i = 0; i < 5; i++)
        {
            bench.StartInstance();
        }

        await bench.StartAsync((_, _) => Interlocked.Increment(ref n) switch
        {
            1 => throw new InvalidOperationException("no"),
            2 => throw new BpmnErrorException("REFUSED"),
            3 => Task.FromResult(TaskOutcome.Incident("never")),
            4 => Task.FromResult(TaskOutcome.Detached()),
            _ => Task.FromResult(TaskOutcome.Completed()),
        });
        foreach (var name in new[] { "TaskFailed", "BpmnErrorReported", "IncidentCreated", "TaskDetached", "TaskCompleted" })
        {
            await bench.Log.SeeAsync(name);
        }

        Assert.True(counts["messaging.client.consumed.messages topic"] >= 4);
        Assert.True(counts["messaging.process.duration topic"] >= 3);
        Assert.True(counts["messaging.process.duration topic System.InvalidOperationException"] >= 1);
        foreach (var outcome in new[] { "completed", "failed", "incident", "bpmn_error", "detached" })
        {
            Assert.True(counts[$"camunda.worker.task.outcomes topic {outcome}"] >= 1, outcome);
        }
    }

    [Fact]
    public async Task Case153_Every_task_is_one_activity_with_its_outcome()
    {
        await using var bench = new WorkerBench();
        var activities = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == WorkerMetrics.Name,
            Sample = (ref _) => ActivitySamplingResult.AllData,
            ActivityStopped = activities.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);

        // A listener hears all workers of the process, and every engine in memory counts its ids from the start: only the topic is this test's own.
        bench.Engine.Deploy(TracedModel);
        var instance = bench.Engine.Start("traced");

        await bench.StartAsync(worker => worker.AddHandler("traced", (_, _) => throw new InvalidOperationException("no")));
        await bench.Log.SeeAsync("TaskFailed");

        var activity = Assert.Single(activities, candidate => Equals(candidate.GetTagItem("messaging.destination.name"), "traced"));
        Assert.Equal(instance, activity.GetTagItem("camunda.process_instance.id"));
        Assert.Equal(("process traced", ActivityKind.Consumer, ActivityStatusCode.Error), (activity.DisplayName, activity.Kind, activity.Status));
        Assert.Equal(("failed", typeof(InvalidOperationException).FullName), ((string?)activity.GetTagItem("camunda.outcome"), (string?)activity.GetTagItem("error.type")));
    }

    private sealed class InstrumentCounts : IDisposable
    {
        private readonly ConcurrentDictionary<string, int> _counts = new();
        private readonly MeterListener _listener = new();

        public InstrumentCounts()
        {
            _listener.InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument.Meter.Name == WorkerMetrics.Name)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            };
            _listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Count(instrument, tags));
            _listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Count(instrument, tags));
            _listener.Start();
        }

        public int this[string key] => _counts.GetValueOrDefault(key);

        public void Dispose() => _listener.Dispose();

        private void Count(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            var key = instrument.Name;
            foreach (var tag in tags)
            {
                key += $" {tag.Value}";
            }

            _counts.AddOrUpdate(key, 1, static (_, count) => count + 1);
        }
    }
}
