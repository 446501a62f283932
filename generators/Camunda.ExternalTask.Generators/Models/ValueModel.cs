using Camunda.ExternalTask.Shared;

namespace Camunda.ExternalTask.Generators.Models;

/// <summary>The type of a property.</summary>
internal sealed record ValueModel
{
    public required ValueKind Kind { get; init; }

    /// <summary>The type without <c>Optional</c> and without its own <c>?</c>, fully qualified.</summary>
    public required string TypeName { get; init; }

    /// <summary>The type as a message names it: <c>string</c>, <c>List&lt;Item&gt;</c>.</summary>
    public required string DisplayName { get; init; }

    public bool IsValueType { get; init; }

    public bool IsNullable { get; init; }

    /// <summary>Whether the property is an <c>Optional</c> of this type.</summary>
    public bool IsOptional { get; init; }

    public EquatableArray<EnumMemberModel> EnumMembers { get; init; }

    /// <summary>The serializer context of a <see cref="ValueKind.Json"/>, fully qualified.</summary>
    public string? JsonContext { get; init; }

    /// <summary>The converter of a <see cref="ValueKind.Converted"/>, fully qualified.</summary>
    public string? Converter { get; init; }

    /// <summary>The Java class name that the type sets. A class name of the property takes precedence.</summary>
    public ConstantText? ObjectTypeName { get; init; }

    /// <summary>The type without <c>Optional</c>: <c>int?</c>.</summary>
    public string NullableTypeName => IsNullable ? TypeName + "?" : TypeName;
}
