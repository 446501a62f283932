using System.Globalization;
using Camunda.ExternalTask.Bpmn;

namespace Camunda.ExternalTask.Testing.Processes;

/// <summary>A process, ready to be executed.</summary>
internal sealed record ProcessGraph(BpmnProcess Process, ProcessNode Start)
{
    public int? HistoryTimeToLive => Process.HistoryTimeToLive is { } text && int.TryParse(
        text.Value.StartsWith('P') ? text.Value.Trim('P', 'D') : text.Value,
        NumberStyles.None,
        CultureInfo.InvariantCulture,
        out var days)
        ? days
        : null;
}
