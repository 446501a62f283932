using System.Collections.Generic;
using Camunda.ExternalTask.Generators.Models;
using Camunda.ExternalTask.Shared;

namespace Camunda.ExternalTask.Generators.Constants;

/// <summary>The values of all generated constants, by the expressions that name them.</summary>
/// <remarks>Equal tables compare as equal, so dependent steps do not run again if a model changes only elsewhere.</remarks>
internal sealed record ConstantTable(EquatableArray<ConstantTableEntry> Entries)
{
    /// <summary>A table without constants.</summary>
    public static ConstantTable Empty { get; } = new(default(EquatableArray<ConstantTableEntry>));

    public static ConstantTable Of(IEnumerable<BpmnConstantsModel> models, EquatableArray<ConstantsClass> classes)
    {
        var entries = new List<ConstantTableEntry>();
        foreach (var model in models)
        {
            if (ConstantsClasses.NameOf(model.Path, classes) is not { } name)
            {
                continue;
            }

            foreach (var group in model.Groups)
            {
                foreach (var constant in group.Constants)
                {
                    entries.Add(new(name, group.Name, constant.Name, constant.Value));
                }
            }
        }

        return new(entries.ToEquatableArray());
    }

    /// <summary>The text with its value; unchanged if a constant is unknown.</summary>
    public ConstantText Resolve(ConstantText text)
    {
        if (text.IsResolved)
        {
            return text;
        }

        var terms = new List<ConstantTerm>();
        foreach (var term in text.Terms)
        {
            if (!term.IsName)
            {
                terms.Add(term);
            }
            else if (Find(term.Text) is { } value)
            {
                terms.Add(new(value, IsName: false));
            }
            else
            {
                return text;
            }
        }

        return ConstantText.Of(terms);
    }

    // Names are matched by their end: "LoanBpmn.Topics.Score", or a shorter form if only one value matches.
    private string? Find(string names)
    {
        foreach (var name in names.Split('|'))
        {
            var parts = name.Split('.');
            var (last, group, @class) = (Part(parts, 1), Part(parts, 2), Part(parts, 3));
            string? found = null;
            foreach (var entry in Entries)
            {
                if (entry.Name != last || (group is not null && entry.Group != group) || (@class is not null && entry.Class != @class))
                {
                    continue;
                }

                if (found is not null && found != entry.Value)
                {
                    return null;
                }

                found = entry.Value;
            }

            if (found is not null)
            {
                return found;
            }
        }

        return null;
    }

    private static string? Part(string[] parts, int fromEnd)
    {
        if (parts.Length < fromEnd)
        {
            return null;
        }

        var part = parts[parts.Length - fromEnd].Trim();
        return part.Substring(part.LastIndexOf(':') + 1).TrimStart('@');
    }
}
