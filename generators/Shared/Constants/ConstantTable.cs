using System.Collections.Generic;
using Camunda.ExternalTask.Shared.Models;

namespace Camunda.ExternalTask.Shared.Constants;

/// <summary>The values of all generated constants, by the expressions that name them.</summary>
/// <remarks>Equal tables give equal results, so what depends on one is not made again when a model changes elsewhere.</remarks>
internal sealed record ConstantTable(EquatableArray<ConstantTableEntry> Entries)
{
    public static ConstantTable Of(IEnumerable<BpmnConstantsModel> models, EquatableArray<ConstantsClass> classes)
    {
        var entries = new List<ConstantTableEntry>();
        foreach (var model in models)
        {
            foreach (var group in model.Groups)
            {
                foreach (var constant in group.Constants)
                {
                    entries.Add(new(NameOf(model.Path, classes), group.Name, constant.Name, constant.Value));
                }
            }
        }

        return new(entries.ToEquatableArray());
    }

    public static string NameOf(string path, EquatableArray<ConstantsClass> classes)
    {
        foreach (var @class in classes)
        {
            if (@class.Path == path)
            {
                return @class.Name;
            }
        }

        return "";
    }

    /// <summary>The text with its value. An expression is matched by its end: <c>LoanBpmn.Topics.Score</c>, or <c>Topics.Score</c> where only one value fits.</summary>
    public ConstantText Resolve(ConstantText text)
    {
        if (text.IsResolved || text.Expression is null)
        {
            return text;
        }

        var parts = text.Expression.Split('.');
        var name = Part(1);
        var group = Part(2);
        var @class = Part(3);
        string? value = null;
        foreach (var entry in Entries)
        {
            if (entry.Name != name || entry.Group != group || (@class is not null && entry.Class != @class))
            {
                continue;
            }

            if (value is not null && value != entry.Value)
            {
                return text;
            }

            value = entry.Value;
        }

        return text with { Value = value };

        string? Part(int fromEnd) => parts.Length < fromEnd ? null : AfterAlias(parts[parts.Length - fromEnd].Trim());

        static string AfterAlias(string part) => part.Substring(part.LastIndexOf(':') + 1);
    }
}
