using Camunda.ExternalTask.Shared;

namespace Camunda.ExternalTask.Generators.Models;

/// <summary>A type with <c>[ProcessStart]</c>, <c>[Message]</c> or <c>[Signal]</c>.</summary>
internal sealed record ProcessPayloadModel : ITypePart
{
    public required TypeModel Type { get; init; }

    public required ProcessPayloadKind Kind { get; init; }

    /// <summary>The key of the process, or the name of the message or signal.</summary>
    public required ConstantText Name { get; init; }

    /// <summary>The variables to write, in the order of declaration.</summary>
    public EquatableArray<PropertyModel> Properties { get; init; }

    /// <summary>The correlation keys of a message, in the order of declaration.</summary>
    public EquatableArray<PropertyModel> CorrelationKeys { get; init; }
}
