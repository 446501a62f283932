using System.Globalization;
using System.Text;

namespace Camunda.ExternalTask.Diagnostics;

/// <summary>A message template such as <c>Completed task {TaskId} after {Duration}</c>, filled from a <see cref="WorkerEvent"/>.</summary>
internal sealed class EventTemplate
{
    private readonly List<(string Literal, EventField? Field)> _parts = [];

    /// <exception cref="ArgumentException">A placeholder is unknown.</exception>
    public EventTemplate(string text)
    {
        Text = text;
        var position = 0;
        while (text.IndexOf('{', position) is var open && open >= 0)
        {
            var close = text.IndexOf('}', open);
            var field = EventField.Named(text[(open + 1)..close]);
            _parts.Add((text[position..open], field));
            Fields.Add(field);
            position = close + 1;
        }

        _parts.Add((text[position..], null));
    }

    public string Text { get; }

    /// <summary>The placeholders, in the order of the message.</summary>
    public List<EventField> Fields { get; } = [];

    public string Format(in WorkerEvent occurrence)
    {
        var message = new StringBuilder();
        foreach (var (literal, field) in _parts)
        {
            message.Append(literal);
            if (field is not null)
            {
                message.Append(Convert.ToString(field.ValueOf(occurrence), CultureInfo.InvariantCulture));
            }
        }

        return message.ToString();
    }
}
