using Camunda.ExternalTask.Shared;

namespace Camunda.ExternalTask.Bpmn;

internal enum BpmnValueKind
{
    /// <summary>No text at all: the engine makes a null.</summary>
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

    /// <summary>Where the text, or the element around it, starts.</summary>
    public BpmnPosition Position { get; init; }
}

internal sealed record BpmnMapEntry(string? Key, BpmnValue Value);
