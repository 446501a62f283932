using Camunda.ExternalTask.Shared;

namespace Camunda.ExternalTask.Bpmn;

/// <summary>A form field or legacy form property, which writes the variable with its id.</summary>
internal sealed record BpmnFormField
{
    /// <summary>The variable's name.</summary>
    public required string Id { get; init; }

    /// <summary><c>string</c>, <c>long</c>, <c>boolean</c>, <c>date</c>, <c>enum</c> or a custom type of the engine.</summary>
    public string? Type { get; init; }

    public string? Label { get; init; }

    public string? DefaultValue { get; init; }

    public bool IsRequired { get; init; }

    public EquatableArray<string> EnumValues { get; init; }

    public BpmnPosition Position { get; init; }
}
