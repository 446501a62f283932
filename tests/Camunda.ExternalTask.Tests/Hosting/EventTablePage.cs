using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Camunda.ExternalTask.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Camunda.ExternalTask.Tests.Hosting;

/// <summary>Renders the tables of events: names from the code, descriptions from its XML documentation.</summary>
internal static partial class EventTablePage
{
    /// <summary>The events of the JavaScript client.</summary>
    private static readonly Dictionary<WorkerEventKind, string> JavaScript = new()
    {
        [WorkerEventKind.WorkerStopping] = "poll:stop",
        [WorkerEventKind.Subscribed] = "subscribe",
        [WorkerEventKind.Unsubscribed] = "unsubscribe",
        [WorkerEventKind.PollStarted] = "poll:start",
        [WorkerEventKind.PollSucceeded] = "poll:success",
        [WorkerEventKind.PollFailed] = "poll:error",
        [WorkerEventKind.HandlerSucceeded] = "handler:success",
        [WorkerEventKind.HandlerFailed] = "handler:error",
        [WorkerEventKind.TaskCompleted] = "complete:success",
        [WorkerEventKind.CompletionFailed] = "complete:error",
        [WorkerEventKind.TaskFailed] = "handleFailure:success",
        [WorkerEventKind.IncidentCreated] = "handleFailure:success",
        [WorkerEventKind.FailureReportFailed] = "handleFailure:error",
        [WorkerEventKind.BpmnErrorReported] = "handleBpmnError:success",
        [WorkerEventKind.BpmnErrorReportFailed] = "handleBpmnError:error",
        [WorkerEventKind.LockExtended] = "extendLock:success",
        [WorkerEventKind.LockExtensionFailed] = "extendLock:error",
        [WorkerEventKind.LockReacquired] = "lock:success",
        [WorkerEventKind.LockReacquisitionFailed] = "lock:error",
        [WorkerEventKind.TaskReleased] = "unlock:success",
        [WorkerEventKind.OrphanReleased] = "unlock:success",
        [WorkerEventKind.ReleaseFailed] = "unlock:error",
        [WorkerEventKind.OrphanReleaseFailed] = "unlock:error",
    };

    public static string Events()
    {
        var documentation = XDocument.Load(Path.Combine(AppContext.BaseDirectory, "Camunda.ExternalTask.xml"));
        var table = new StringBuilder("| event | JavaScript client | description and members |\n|---|---|---|\n");
        foreach (var kind in Enum.GetValues<WorkerEventKind>())
        {
            var summary = documentation.Descendants("member")
                .Single(member => (string?)member.Attribute("name") == $"F:{typeof(WorkerEventKind).FullName}.{kind}").Element("summary")!;
            table.Append($"| `{kind}` | {(JavaScript.TryGetValue(kind, out var name) ? $"`{name}`" : "–")} | {TextOf(summary)} |\n");
        }

        return table.ToString();
    }

    public static string Log(IEnumerable<(int Id, string Name, LogLevel Level, string Message, EventMetric? Metric)> events)
    {
        var table = new StringBuilder("| id | event | level | message | metric |\n|---|---|---|---|---|\n");
        foreach (var (id, name, level, message, metric) in events)
        {
            table.Append($"| {id} | `{name}` | {level} | {message} | {NameOf(metric)} |\n");
        }

        return table.ToString();
    }

    private static string NameOf(EventMetric? metric) => metric switch
    {
        null => "–",
        { Instrument: EventInstrument.Outcomes } => $"outcome `{metric.Tag}`",
        { Instrument: EventInstrument.LockCalls } => $"lock call `{metric.Tag}`",
        { Instrument: EventInstrument.Polls } => "poll duration",
        { Instrument: EventInstrument.HandlerStarts } => "consumed tasks, used slots",
        { Instrument: EventInstrument.LongHandlers } => "long handlers",
        { Instrument: EventInstrument.HandlerEnds } => "handler duration, used slots",
        { Instrument: EventInstrument.ResultRetries } => "result retries",
        _ => "released orphans",
    };

    /// <summary>The text of an XML element; references become the names of the members.</summary>
    private static string TextOf(XElement element)
    {
        var text = string.Concat(element.Nodes().Select(static node => node switch
        {
            XElement reference => $"`{((string)reference.Attribute("cref")!).Split('(')[0].Split('.')[^1]}`",
            _ => node.ToString(),
        }));
        return Spaces().Replace(text, " ").Trim();
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
