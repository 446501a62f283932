using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Generators.Parsing;

/// <summary>Collections of scalars, whose JSON types come with the library.</summary>
internal static class ScalarCollections
{
    private const string Collections = "System.Collections.Generic";

    private static readonly HashSet<string> Lists =
        ["List", "IList", "ICollection", "IReadOnlyList", "IReadOnlyCollection", "IEnumerable", "HashSet"];

    private static readonly HashSet<string> Dictionaries = ["Dictionary", "IDictionary", "IReadOnlyDictionary"];

    /// <summary>The library's type with the JSON types of a collection; null for other types.</summary>
    public static INamedTypeSymbol? ContextOf(ITypeSymbol type, Compilation compilation) =>
        ElementOf(type) is { } element && NameOf(element) is { } name
            ? compilation.GetTypeByMetadataName($"Camunda.ExternalTask.Generated.{name}Collections")
            : null;

    private static ITypeSymbol? ElementOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { Rank: 1 } array => array.ElementType,
        INamedTypeSymbol { TypeArguments: [var element] } list when IsOneOf(list, Lists) => element,
        INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_String }, var value] } dictionary when IsOneOf(dictionary, Dictionaries) => value,
        _ => null,
    };

    private static bool IsOneOf(INamedTypeSymbol type, HashSet<string> names) =>
        names.Contains(type.Name) && type.ContainingType is null && type.ContainingNamespace?.ToDisplayString() == Collections;

    private static string? NameOf(ITypeSymbol element) => element.SpecialType switch
    {
        SpecialType.System_String => "String",
        SpecialType.System_Int32 => "Int32",
        SpecialType.System_Int64 => "Int64",
        SpecialType.System_Double => "Double",
        SpecialType.System_Decimal => "Decimal",
        SpecialType.System_Boolean => "Boolean",
        SpecialType.System_DateTime => "DateTime",
        _ when element is not { Name: "Guid" or "DateTimeOffset" or "DateOnly", ContainingType: null } => null,
        _ => element.ContainingNamespace is { Name: "System", ContainingNamespace.IsGlobalNamespace: true } ? element.Name : null,
    };
}
