using System;
using System.Collections.Generic;
using System.Linq;
using Camunda.ExternalTask.Bpmn;
using Camunda.ExternalTask.Generators.Writing;
using Camunda.ExternalTask.Shared;

namespace Camunda.ExternalTask.Generators.Constants;

/// <summary>Collects the distinct values of a group and their documentation.</summary>
internal sealed class ConstantGroupBuilder(string name, string summary)
{
    private readonly SortedDictionary<string, Entry> _values = new(StringComparer.Ordinal);

    /// <summary>Adds a value if it is plain text. Only the engine can evaluate expressions.</summary>
    public void Add(BpmnText? value, params string?[] documentation) => Add(value?.Value, value?.Position ?? default, documentation);

    /// <inheritdoc cref="Add(BpmnText, string[])"/>
    public void Add(string? value, BpmnPosition position, params string?[] documentation)
    {
        if (value is null || string.IsNullOrWhiteSpace(value) || BpmnText.IsExpression(value) || CSharpNames.HasLoneSurrogate(value))
        {
            return;
        }

        if (!_values.TryGetValue(value, out var entry))
        {
            _values.Add(value, entry = new(position.Line));
        }

        var text = OneLine(documentation);
        if (text.Length > 0 && !entry.Texts.Contains(text))
        {
            entry.Texts.Add(text);
        }
    }

    /// <summary>The group. Of values with one C# name, none has a constant: the name must not move to another value because one was added.</summary>
    public ConstantGroup Build()
    {
        var constants = new List<ConstantModel>();
        var ambiguous = new List<string>();
        var byName = _values.ToLookup(pair => NameOf(pair.Key, name), StringComparer.Ordinal);
        foreach (var pair in _values)
        {
            var constant = NameOf(pair.Key, name);
            if (byName[constant].Skip(1).Any())
            {
                ambiguous.Add(pair.Key);
            }
            else
            {
                constants.Add(new(constant, pair.Key, string.Join(" ", pair.Value.Texts), pair.Value.Line));
            }
        }

        return new(name, summary, constants.ToEquatableArray(), ambiguous.ToEquatableArray());
    }

    /// <summary>The C# name of a value in a group.</summary>
    public static string NameOf(string value, string group)
    {
        // A constant cannot have the name of its class, and must not hide the members of object.
        var constant = CSharpNames.PascalCase(value);
        return constant == group
            || constant is "Equals" or "Finalize" or "GetHashCode" or "GetType" or "MemberwiseClone" or "ReferenceEquals" or "ToString" ? constant + "2" : constant;
    }

    private static string OneLine(string?[] parts)
    {
        var sentences = new List<string>();
        foreach (var part in parts)
        {
            var text = string.Join(" ", (part ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            if (text.Length > 0)
            {
                sentences.Add(text[text.Length - 1] is '.' or '!' or '?' or ':' ? text : text + ".");
            }
        }

        return string.Join(" ", sentences);
    }

    private sealed class Entry(int line)
    {
        public int Line { get; } = line;

        public List<string> Texts { get; } = [];
    }
}
