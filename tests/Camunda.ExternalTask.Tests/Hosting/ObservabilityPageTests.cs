using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Reflection;
using System.Text.RegularExpressions;
using Camunda.ExternalTask.Diagnostics;
using Camunda.ExternalTask.Http.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Camunda.ExternalTask.Tests.Hosting;

/// <summary>The tables of <c>docs/observability.md</c> are generated from the code.</summary>
public class ObservabilityPageTests
{
    [Fact]
    public void The_table_of_events_is_up_to_date() => GeneratedSection.Check("observability.md", "events", EventTablePage.Events());

    [Fact]
    public void The_table_of_log_events_is_up_to_date()
    {
        var tokens = typeof(AuthenticationLog).GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Select(static method => method.GetCustomAttribute<LoggerMessageAttribute>()!)
            .Select(static log => (log.EventId, log.EventName!, log.Level, log.Message, (EventMetric?)null));
        var events = EventTable.All.Select(static row => (row.Id, row.Kind.ToString(), row.Level, row.Message, row.Metric)).Concat(tokens).OrderBy(static row => row.Item1).ToList();

        Assert.Equal(events.Count, events.DistinctBy(static row => row.Item1).Count());
        GeneratedSection.Check("observability.md", "log", EventTablePage.Log(events));
    }

    [Fact]
    public void Every_kind_of_event_has_a_row()
    {
        Assert.All(Enum.GetValues<WorkerEventKind>(), static kind => Assert.Equal(kind, EventTable.Of(kind).Kind));
    }

    [Fact]
    public void Every_outcome_has_a_name() =>
        Assert.Equal(
            ["completed", "bpmn_error", "failed", "incident", "released", "detached"],
            Enum.GetValues<TaskOutcomeKind>().Select(EventTable.NameOf));

    [Fact]
    public void Every_instrument_is_listed_with_its_unit()
    {
        var instruments = new ConcurrentBag<Instrument>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, _) => instruments.Add(instrument) };
        listener.Start();
        using var provider = new ServiceCollection().AddMetrics().BuildServiceProvider();
        using var metrics = new WorkerMetrics(provider.GetRequiredService<IMeterFactory>());
        var own = instruments.Where(static instrument => instrument.Meter.Name == WorkerMetrics.Name).ToList();
        var page = GeneratedSection.Read("observability.md");

        Assert.True(own.Count >= 8);
        Assert.All(own, instrument => Assert.Matches($@"\| `{Regex.Escape(instrument.Name)}` \| [a-z -]+ \| {Regex.Escape(instrument.Unit!)} \|", page));
    }

    [Fact]
    public void Every_value_of_a_tag_is_listed()
    {
        var page = GeneratedSection.Read("observability.md");

        Assert.All(
            EventTable.All.Where(static row => row.Metric is { Instrument: EventInstrument.Outcomes or EventInstrument.LockCalls }),
            row => Assert.Matches($@"= [^|]*\b{row.Metric!.Tag}\b", page));
    }
}
