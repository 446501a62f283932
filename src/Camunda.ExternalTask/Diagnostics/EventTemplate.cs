using System.Globalization;
using System.Text;

namespace Camunda.ExternalTask.Diagnostics;

/// <summary>
/// A message template such as <c>Completed task {TaskId} after {Duration}[: {Error}]</c>, filled from a <see cref="WorkerEvent"/>. A part in brackets is left
/// out if its placeholder has no value.
/// </summary>
internal sealed class EventTemplate
{
    /// <summary>The nouns after a number, and their singular.</summary>
    private static readonly (string Plural, string Singular)[] Nouns = [(" tasks", " task"), (" retries", " retry"), (" times", " time")];

    private readonly List<Part> _parts = [];

    /// <exception cref="ArgumentException">A placeholder is unknown.</exception>
    public EventTemplate(string text)
    {
        Text = text.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);
        var rest = text.AsSpan();
        while (rest.IndexOf('[') is var open && open >= 0)
        {
            Add(rest[..open], isOptional: false);
            var close = rest.IndexOf(']');
            Add(rest[(open + 1)..close], isOptional: true);
            rest = rest[(close + 1)..];
        }

        Add(rest, isOptional: false);
    }

    /// <summary>The template without brackets, for structured logs.</summary>
    public string Text { get; }

    /// <summary>The placeholders, in the order of the message.</summary>
    public List<EventField> Fields { get; } = [];

    public string Format(in WorkerEvent occurrence)
    {
        var message = new StringBuilder();
        var isOne = false;
        foreach (var part in _parts)
        {
            var value = part.Field?.ValueOf(occurrence);
            var text = value is int or long ? string.Create(CultureInfo.InvariantCulture, $"{value:N0}") : Convert.ToString(value, CultureInfo.InvariantCulture);
            if (part.IsOptional && string.IsNullOrWhiteSpace(text))
            {
                continue;
            }

            message.Append(isOne ? Singular(part.Before) : part.Before).Append(text);
            isOne = value is 1 or 1L;
        }

        return message.ToString();
    }

    private static string Singular(string literal)
    {
        foreach (var (plural, singular) in Nouns)
        {
            if (literal.StartsWith(plural, StringComparison.Ordinal))
            {
                return string.Concat(singular, literal.AsSpan(plural.Length));
            }
        }

        return literal;
    }

    /// <summary>Adds a piece of the template; an optional one ends with its only placeholder.</summary>
    private void Add(ReadOnlySpan<char> text, bool isOptional)
    {
        while (text.IndexOf('{') is var open && open >= 0)
        {
            var close = text.IndexOf('}');
            var field = EventField.Named(text[(open + 1)..close].ToString());
            _parts.Add(new(text[..open].ToString(), field, isOptional));
            Fields.Add(field);
            text = text[(close + 1)..];
        }

        if (!text.IsEmpty)
        {
            _parts.Add(new(text.ToString(), null, IsOptional: false));
        }
    }

    /// <param name="Before">The text before the placeholder.</param>
    /// <param name="Field">The placeholder, or null at the end.</param>
    /// <param name="IsOptional">Whether the part is left out if the placeholder has no value.</param>
    private sealed record Part(string Before, EventField? Field, bool IsOptional);
}
