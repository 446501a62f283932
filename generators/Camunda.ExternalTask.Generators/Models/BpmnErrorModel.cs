using Camunda.ExternalTask.Shared;

namespace Camunda.ExternalTask.Generators.Models;

/// <summary>A record with <c>[BpmnError]</c>.</summary>
internal sealed record BpmnErrorModel : ITypePart
{
    public required TypeModel Type { get; init; }

    public required ConstantText Code { get; init; }

    public ConstantText? Message { get; init; }

    /// <summary>Whether the user wrote the base type himself.</summary>
    public bool HasBase { get; init; }

    /// <summary>The base type as code anywhere writes it, where it is an error with variables of its own.</summary>
    public string? BaseError { get; init; }

    /// <summary>What is written besides the variables of the base type, in the order of declaration.</summary>
    public EquatableArray<PropertyModel> Properties { get; init; }
}
