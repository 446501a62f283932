using Camunda.ExternalTask.Shared;

namespace Camunda.ExternalTask.Generators.Models;

/// <summary>A type with <c>[TaskOutput]</c>.</summary>
internal sealed record OutputModel : ITypePart
{
    public required TypeModel Type { get; init; }

    /// <summary>The properties to write, in the order of declaration.</summary>
    public EquatableArray<PropertyModel> Properties { get; init; }
}
