using System.Diagnostics.Metrics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Camunda.ExternalTask.Diagnostics;
using Camunda.ExternalTask.Tests.Repository;
using Microsoft.Extensions.DependencyInjection;

namespace Camunda.ExternalTask.Tests.Hosting;

/// <summary>The dashboard and the alert rules use only metrics, labels and outcomes that exist, by the names that Prometheus gives them.</summary>
public partial class DashboardTests
{
    private static readonly string[] Words =
        ["by", "sum", "rate", "increase", "histogram_quantile", "label_values", "le", "job", "instance", "messaging_destination_name", "outcome", "result", "error_type"];

    [Theory]
    [InlineData("grafana-dashboard.json")]
    [InlineData("alert-rules.yml")]
    public void Every_metric_exists(string file)
    {
        var known = PrometheusNames();
        var expressions = Expressions(file);
        var used = expressions.SelectMany(static text => Name().Matches(Ignored().Replace(text, " "))).Select(static match => match.Value).Except(Words).ToHashSet();

        Assert.NotEmpty(used);
        Assert.All(used, name => Assert.Contains(name, known));
    }

    [Fact]
    public void The_dashboard_shows_every_instrument()
    {
        var text = string.Join('\n', Expressions("grafana-dashboard.json"));

        Assert.All(Instruments(), instrument => Assert.Contains(NamesOf(instrument), name => text.Contains(name, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("grafana-dashboard.json")]
    [InlineData("alert-rules.yml")]
    public void Every_outcome_exists(string file)
    {
        var outcomes = EventTable.All.Select(static row => row.Metric).Where(static metric => metric is { Instrument: EventInstrument.Outcomes }).Select(static metric => metric!.Tag!);

        Assert.Subset(outcomes.ToHashSet(), Expressions(file).SelectMany(static text => Outcome().Matches(text)).Select(static match => match.Groups[1].Value).ToHashSet());
    }

    private static List<string> Expressions(string file)
    {
        var text = File.ReadAllText(Path.Combine(RepositoryRoot.Folder, "docs", file));
        if (file.EndsWith(".yml", StringComparison.Ordinal))
        {
            return [.. Rule().Matches(text).Select(static match => match.Groups[1].Value)];
        }

        using var dashboard = JsonDocument.Parse(text);
        var root = dashboard.RootElement;
        return
        [
            .. root.GetProperty("panels").EnumerateArray().SelectMany(static panel => panel.GetProperty("targets").EnumerateArray()).Select(static target => target.GetProperty("expr").GetString()!),
            root.GetProperty("templating").GetProperty("list")[1].GetProperty("query").GetString()!,
        ];
    }

    private static HashSet<string> PrometheusNames() => [.. Instruments().SelectMany(NamesOf)];

    /// <summary>The names of an instrument in Prometheus: dots become underscores, and the unit and the kind are appended.</summary>
    private static IEnumerable<string> NamesOf(Instrument instrument)
    {
        var name = instrument.Name.Replace('.', '_');
        return instrument switch
        {
            Histogram<double> => [$"{name}_seconds_bucket", $"{name}_seconds_count", $"{name}_seconds_sum"],
            Counter<long> => [$"{name}_total"],
            _ => [name],
        };
    }

    private static List<Instrument> Instruments()
    {
        List<Instrument> instruments = [];
        using var provider = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var factory = provider.GetRequiredService<IMeterFactory>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Name == WorkerMetrics.Name && instrument.Meter.Scope == factory)
                {
                    instruments.Add(instrument);
                }
            },
        };
        listener.Start();
        using var metrics = new WorkerMetrics(factory);
        return instruments;
    }

    [GeneratedRegex(@"[a-z]+(_[a-z]+)*")]
    private static partial Regex Name();

    /// <summary>Texts, Grafana's variables and durations.</summary>
    [GeneratedRegex("\"[^\"]*\"|\\$\\w+|\\[[^\\]]*\\]")]
    private static partial Regex Ignored();

    [GeneratedRegex("outcome=\"([a-z_]+)\"")]
    private static partial Regex Outcome();

    [GeneratedRegex(@"expr:\s*(?:>-\s*)?((?:.+\n)+?)\s+(?:for|labels):")]
    private static partial Regex Rule();
}
