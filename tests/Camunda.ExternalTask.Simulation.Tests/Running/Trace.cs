using System.Globalization;

namespace Camunda.ExternalTask.Simulation.Running;

/// <summary>The readable history of a run.</summary>
internal sealed class Trace(Agenda agenda)
{
    public List<string> Lines { get; } = [];

    public void Add(string text) => Lines.Add(string.Create(CultureInfo.InvariantCulture, $"{agenda.Now.TotalSeconds,9:0.000}  {text}"));
}
