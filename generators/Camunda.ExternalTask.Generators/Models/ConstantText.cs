using System.Collections.Generic;
using System.Text;
using Camunda.ExternalTask.Shared;

namespace Camunda.ExternalTask.Generators.Models;

/// <summary>A text from an attribute: its value, or its parts.</summary>
/// <remarks>
/// A generator does not see its own output, so a generated constant of a BPMN model has no value yet if an attribute uses it. Only its name
/// is known, and the generator looks it up among the constants that it generates. Analyzers always see the value.
/// </remarks>
internal readonly record struct ConstantText(string? Value)
{
    /// <summary>The parts of a text without value.</summary>
    public EquatableArray<ConstantTerm> Terms { get; private init; }

    public bool IsResolved => Value is not null;

    public static ConstantText Of(List<ConstantTerm> terms)
    {
        var value = new StringBuilder();
        foreach (var term in terms)
        {
            if (term.IsName)
            {
                return new(null) { Terms = terms.ToEquatableArray() };
            }

            value.Append(term.Text);
        }

        return new(value.ToString());
    }

    public override string ToString() => Value ?? string.Join("", Terms);
}
