using Camunda.ExternalTask.Shared;

namespace Camunda.ExternalTask.Generators.Models;

/// <summary>A record with <c>[BpmnError]</c>.</summary>
internal sealed record BpmnErrorModel : ITypePart
{
    public required TypeModel Type { get; init; }

    public required ConstantText Code { get; init; }

    public ConstantText? Message { get; init; }

    /// <summary>Whether the user declares the base type.</summary>
    public bool HasBase { get; init; }

    /// <summary>The fully qualified base type if it is another BPMN error, whose variables are written as well.</summary>
    public string? BaseError { get; init; }

    /// <summary>The variables to write besides those of the base type, in the order of declaration.</summary>
    public EquatableArray<PropertyModel> Properties { get; init; }
}
