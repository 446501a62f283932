namespace Camunda.ExternalTask.Shared.Models;

/// <summary>A text from an attribute: its value, or the expression that stands for it.</summary>
/// <remarks>
/// A generator does not see its own output, so a constant it wrote for a BPMN model has no value yet where an attribute uses it. Then only
/// the expression is known, and the generator looks the value up among the constants it is about to write. Analyzers always see the value.
/// </remarks>
internal readonly record struct ConstantText(string? Value, string? Expression = null)
{
    public bool IsResolved => Value is not null;

    public override string ToString() => Value ?? Expression ?? "";
}
