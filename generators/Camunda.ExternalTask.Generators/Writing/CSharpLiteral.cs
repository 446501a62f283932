using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Camunda.ExternalTask.Generators.Writing;

/// <summary>C# literals, independent of the culture.</summary>
internal static class CSharpLiteral
{
    public static string Text(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    /// <summary>A constant of a type; null is the type's default.</summary>
    public static string Of(object? value, ITypeSymbol type)
    {
        var underlying = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : type;

        return value switch
        {
            null => type.IsReferenceType || !ReferenceEquals(type, underlying) ? "null" : "default",
            _ when underlying is INamedTypeSymbol { TypeKind: TypeKind.Enum } enumType => OfEnum(value, enumType),
            _ => OfPrimitive(value),
        };
    }

    private static string OfPrimitive(object value) => value switch
    {
        double.NaN => "double.NaN",
        double.PositiveInfinity => "double.PositiveInfinity",
        double.NegativeInfinity => "double.NegativeInfinity",
        float.NaN => "float.NaN",
        float.PositiveInfinity => "float.PositiveInfinity",
        float.NegativeInfinity => "float.NegativeInfinity",
        double => Format(value) + "D",
        float => Format(value) + "F",
        decimal => Format(value) + "M",
        long => Format(value) + "L",
        _ => Format(value),
    };

    private static string OfEnum(object value, INamedTypeSymbol type)
    {
        foreach (var member in type.GetMembers())
        {
            if (member is IFieldSymbol { HasConstantValue: true } field && Equals(field.ConstantValue, value))
            {
                return $"{CSharpNames.Code(type)}.{CSharpNames.Identifier(field.Name)}";
            }
        }

        return $"({CSharpNames.Code(type)})({Format(value)})";
    }

    private static string Format(object value) => SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false) ?? "default";
}
