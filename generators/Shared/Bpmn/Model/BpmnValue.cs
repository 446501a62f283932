using Camunda.ExternalTask.Shared;

namespace Camunda.ExternalTask.Bpmn;

internal enum BpmnValueKind
{
    /// <summary>No text, which the engine reads as null.</summary>
    Empty,
    Text,
    Expression,
    Script,
    List,
    Map,
}

/// <summary>The body of a parameter, of a list's item or of a map's entry.</summary>
internal sealed record BpmnValue
{
    public required BpmnValueKind Kind { get; init; }

    /// <summary>The trimmed text of a text, expression or script.</summary>
    public string Text { get; init; } = "";

    public string? ScriptFormat { get; init; }

    /// <summary>The resource an external script is in.</summary>
    public string? ScriptResource { get; init; }

    public EquatableArray<BpmnValue> Items { get; init; }

    public EquatableArray<BpmnMapEntry> Entries { get; init; }

    /// <summary>The position of the text, or of the element that contains it.</summary>
    public BpmnPosition Position { get; init; }
}

internal sealed record BpmnMapEntry(string? Key, BpmnValue Value);
