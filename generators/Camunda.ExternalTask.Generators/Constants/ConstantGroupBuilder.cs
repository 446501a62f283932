using System;
using System.Collections.Generic;
using Camunda.ExternalTask.Bpmn;
using Camunda.ExternalTask.Generators.Writing;
using Camunda.ExternalTask.Shared;

namespace Camunda.ExternalTask.Generators.Constants;

/// <summary>Collects the distinct values of a group and their documentation.</summary>
internal sealed class ConstantGroupBuilder(string name, string summary)
{
    private readonly SortedDictionary<string, List<string>> _values = new(StringComparer.Ordinal);

    /// <summary>Adds a value if it is plain text. Only the engine can evaluate expressions.</summary>
    public void Add(string? value, params string?[] documentation)
    {
        if (value is null || string.IsNullOrWhiteSpace(value) || BpmnText.IsExpression(value) || CSharpNames.HasLoneSurrogate(value))
        {
            return;
        }

        if (!_values.TryGetValue(value, out var texts))
        {
            _values.Add(value, texts = []);
        }

        var text = OneLine(documentation);
        if (text.Length > 0 && !texts.Contains(text))
        {
            texts.Add(text);
        }
    }

    public ConstantGroup Build()
    {
        // A constant cannot have the name of its class, and must not hide the members of object.
        var names = new UniqueNames(name, "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString");
        var constants = new List<ConstantModel>();
        foreach (var pair in _values)
        {
            constants.Add(new(names.Take(CSharpNames.PascalCase(pair.Key)), pair.Key, string.Join(" ", pair.Value)));
        }

        return new(name, summary, constants.ToEquatableArray());
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
}
