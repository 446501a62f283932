namespace Camunda.ExternalTask.Bpmn;

/// <summary>The value of an attribute or the text of an element, with its position: that of the attribute's name, or of the first character.</summary>
internal sealed record BpmnText(string Value, BpmnPosition Position)
{
    public bool HasExpression => IsExpression(Value);

    public static bool IsExpression(string text) => text.Contains("${") || text.Contains("#{");

    public override string ToString() => Value;
}
