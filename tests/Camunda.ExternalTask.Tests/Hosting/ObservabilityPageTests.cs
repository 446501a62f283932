using System.Reflection;
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

    private static string FindRoot(string folder) => File.Exists(Path.Combine(folder, "global.json")) ? folder : FindRoot(Path.GetDirectoryName(folder)!);
}
