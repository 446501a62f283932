namespace Camunda.ExternalTask.Shared.Models;

/// <summary>A record with <c>[BpmnError]</c>.</summary>
internal sealed record BpmnErrorModel
{
    public required TypeModel Type { get; init; }

    public required ConstantText Code { get; init; }

    public ConstantText? Message { get; init; }

    /// <summary>What is written besides the variables of the base type, in the order of declaration.</summary>
    public EquatableArray<PropertyModel> Properties { get; init; }
}
