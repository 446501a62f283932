using Camunda.ExternalTask.Shared;

namespace Camunda.ExternalTask.Generators.Models;

/// <summary>A type with <c>[TaskInput]</c>.</summary>
internal sealed record InputModel : ITypePart
{
    public required TypeModel Type { get; init; }

    /// <summary>The properties to set, in the order of declaration.</summary>
    public EquatableArray<PropertyModel> Properties { get; init; }
}
