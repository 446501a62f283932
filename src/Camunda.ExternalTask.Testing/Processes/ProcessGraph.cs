using System.Globalization;
using Camunda.ExternalTask.Bpmn;

namespace Camunda.ExternalTask.Testing.Processes;

/// <summary>A process in the form that the interpreter runs.</summary>
internal sealed record ProcessGraph(BpmnProcess Process, ProcessScope Body)
{
    public IReadOnlyList<ProcessListener> Listeners { get; init; } = [];

    /// <summary>In days; null if the model does not set it.</summary>
    public int? HistoryTimeToLive => Process.HistoryTimeToLive is { } text && int.TryParse(
        text.Value.StartsWith('P') ? text.Value.Trim('P', 'D') : text.Value,
        NumberStyles.None,
        CultureInfo.InvariantCulture,
        out var days)
        ? days
        : null;
}
