namespace Camunda.ExternalTask.Bpmn;

/// <summary>An attribute's value or an element's text, and where it stands: the attribute's name, or the text's first character.</summary>
internal sealed record BpmnText(string Value, BpmnPosition Position)
{
    public bool HasExpression => IsExpression(Value);

    public static bool IsExpression(string text) => text.Contains("${") || text.Contains("#{");

    public override string ToString() => Value;
}
