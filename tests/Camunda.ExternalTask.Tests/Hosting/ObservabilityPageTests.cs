using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Reflection;
using System.Text.RegularExpressions;
using Camunda.ExternalTask.Diagnostics;
using Camunda.ExternalTask.Http.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Camunda.ExternalTask.Tests.Hosting;

/// <summary>What <c>docs/observability.md</c> lists is what there is.</summary>
public class ObservabilityPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(FindRoot(AppContext.BaseDirectory), "docs", "observability.md"));

    [Fact]
    public void Every_log_event_is_listed_with_its_id_level_and_message()
    {
        var events = new[] { typeof(WorkerLog), typeof(AuthenticationLog) }
            .SelectMany(static type => type.GetMethods(BindingFlags.Public | BindingFlags.Static))
            .Select(static method => method.GetCustomAttribute<LoggerMessageAttribute>()!)
            .ToList();

        Assert.Equal(events.Count, events.Select(static log => log.EventId).Distinct().Count());
        Assert.All(events, static log => Assert.Contains($"| {log.EventId} | `{log.EventName}` | {log.Level} | {log.Message} |", Page));
    }

    [Fact]
    public void Every_kind_of_event_is_listed() => Assert.All(Enum.GetNames<WorkerEventKind>(), static kind => Assert.Contains($"\n| `{kind}` | ", Page));

    [Fact]
    public void Every_instrument_is_listed_with_its_unit()
    {
        var instruments = new ConcurrentBag<Instrument>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, _) => instruments.Add(instrument) };
        listener.Start();
        using var provider = new ServiceCollection().AddMetrics().BuildServiceProvider();
        using var metrics = new WorkerMetrics(provider.GetRequiredService<IMeterFactory>());
        var own = instruments.Where(static instrument => instrument.Meter.Name == WorkerMetrics.Name).ToList();

        Assert.True(own.Count >= 8);
        Assert.All(own, static instrument => Assert.Matches($@"\| `{Regex.Escape(instrument.Name)}` \| [a-z -]+ \| {Regex.Escape(instrument.Unit!)} \|", Page));
    }

    private static string FindRoot(string folder) => File.Exists(Path.Combine(folder, "global.json")) ? folder : FindRoot(Path.GetDirectoryName(folder)!);
}
