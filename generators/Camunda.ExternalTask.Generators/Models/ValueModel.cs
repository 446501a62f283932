using Camunda.ExternalTask.Shared;

namespace Camunda.ExternalTask.Generators.Models;

/// <summary>The type of a property.</summary>
internal sealed record ValueModel
{
    public required ValueKind Kind { get; init; }

    /// <summary>The type without <c>Optional</c> and without its own <c>?</c>, as code anywhere writes it.</summary>
    public required string TypeName { get; init; }

    /// <summary>The type as a message names it: <c>string</c>, <c>List&lt;Item&gt;</c>.</summary>
    public required string DisplayName { get; init; }

    public bool IsValueType { get; init; }

    public bool IsNullable { get; init; }

    /// <summary>Whether the property is an <c>Optional</c> of this type.</summary>
    public bool IsOptional { get; init; }

    public EquatableArray<EnumMemberModel> EnumMembers { get; init; }

    /// <summary>The serializer context of a <see cref="ValueKind.Json"/>, as code anywhere writes it.</summary>
    public string? JsonContext { get; init; }

    /// <summary>The converter of a <see cref="ValueKind.Converted"/>, as code anywhere writes it.</summary>
    public string? Converter { get; init; }

    /// <summary>The Java class that the type itself names, as it stands there; what is written is the property's.</summary>
    public ConstantText? ObjectTypeName { get; init; }

    /// <summary>The type without <c>Optional</c>: <c>int?</c>.</summary>
    public string NullableTypeName => IsNullable ? TypeName + "?" : TypeName;
}
