using System.Collections.Generic;
using Camunda.ExternalTask.Generators.Rules;
using Camunda.ExternalTask.Generators.Writing;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Generators.Parsing;

/// <summary>Checks the attributes that set converters.</summary>
internal static class ConverterChecks
{
    /// <summary>The converter that an attribute sets for a type, or null if it is not valid.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <param name="type">The type.</param>
    /// <param name="place">Where to report it; null for the target.</param>
    /// <param name="target">The property or type with the converter.</param>
    /// <param name="context">Receives the problems.</param>
    public static INamedTypeSymbol? Named(AttributeReader attribute, ITypeSymbol type, SyntaxNode? place, ISymbol target, ParsingContext context)
    {
        if (attribute.FirstType is not { } converter)
        {
            if (attribute.HasTypeAsFirst)
            {
                context.Report(ConverterRules.ConverterInvalid, place, target, attribute.FirstSyntax?.ToString() ?? "null", NameOf(type));
            }

            return null;
        }

        // The compiler reports a type that does not exist.
        if (converter.TypeKind == TypeKind.Error)
        {
            return null;
        }

        if (converter.IsUnboundGenericType)
        {
            context.Report(ConverterRules.ConverterGeneric, place, target, CSharpNames.Message(converter));
            return null;
        }

        if (IsUsable(converter) && Converts(converter, type, context))
        {
            return converter;
        }

        context.Report(ConverterRules.ConverterInvalid, place, target, CSharpNames.Message(converter), NameOf(type));
        return null;
    }

    /// <summary>Checks the attributes of a type of this assembly, whether or not a variable has the type.</summary>
    public static void CheckType(INamedTypeSymbol type, ParsingContext context)
    {
        var attributes = AttributeReader.FindAll(type, context.Symbols.VariableConverterAttribute, context.CancellationToken);
        if (attributes.Count > 0)
        {
            Named(attributes[0], type, attributes[0].FirstSyntax, type, context);
            ReportSecond(attributes, CSharpNames.Message(type), type, context);
        }

        if (AttributeReader.Find(type, context.Symbols.ObjectTypeNameAttribute, context.CancellationToken) is not { } objectTypeName)
        {
            return;
        }

        if (objectTypeName.First.Value is { } name && string.IsNullOrWhiteSpace(name))
        {
            context.Report(VariableRules.ObjectTypeNameMissing, objectTypeName.FirstSyntax, type, CSharpNames.Message(type));
        }
        else if (attributes.Count > 0)
        {
            context.Report(VariableRules.SettingWithoutEffect, objectTypeName.FirstSyntax, type, CSharpNames.Message(type), "ObjectTypeName");
        }
    }

    /// <summary>Checks one of the assembly's attributes.</summary>
    public static void CheckAssembly(SyntaxNode attributeSyntax, ParsingContext context)
    {
        var assembly = context.Symbols.Compilation.Assembly;
        var seen = new Dictionary<ITypeSymbol, INamedTypeSymbol>(SymbolEqualityComparer.Default);
        foreach (var attribute in AttributeReader.FindAll(assembly, context.Symbols.VariableConverterAttribute, context.CancellationToken))
        {
            var isIt = attribute.Place == attributeSyntax;
            if (attribute.FirstType is not { } converter)
            {
                if (isIt && attribute.HasTypeAsFirst)
                {
                    context.Report(ConverterRules.ConverterInvalid, attribute.FirstSyntax, assembly, attribute.FirstSyntax?.ToString() ?? "null", "T");
                }

                continue;
            }

            if (converter.TypeKind == TypeKind.Error)
            {
                continue;
            }

            var isFirst = true;
            foreach (var type in IsUsable(converter) ? context.Symbols.Converters.TypesOf(converter) : [])
            {
                isFirst = false;
                if (!seen.TryGetValue(type, out var other))
                {
                    seen.Add(type, converter);
                }
                else if (isIt)
                {
                    context.Report(
                        ConverterRules.ConverterAmbiguous, attribute.FirstSyntax, assembly, CSharpNames.Message(type), CSharpNames.Message(other), CSharpNames.Message(converter));
                }
            }

            if (isIt && isFirst)
            {
                var problem = converter.IsUnboundGenericType ? ConverterRules.ConverterGeneric : ConverterRules.ConverterInvalid;
                context.Report(problem, attribute.FirstSyntax, assembly, CSharpNames.Message(converter), "T");
            }
        }
    }

    /// <summary>Reports a second converter of a property or type, which is ignored.</summary>
    public static void ReportSecond(IReadOnlyList<AttributeReader> attributes, string name, ISymbol target, ParsingContext context)
    {
        if (attributes.Count > 1 && attributes[0].FirstType is { } first && attributes[1].FirstType is { } second)
        {
            context.Report(ConverterRules.ConverterAmbiguous, attributes[1].FirstSyntax, target, name, CSharpNames.Message(first), CSharpNames.Message(second));
        }
    }

    /// <summary>Whether generated code can call the static methods of a type.</summary>
    public static bool IsUsable(INamedTypeSymbol converter) =>
        converter is { TypeKind: TypeKind.Class or TypeKind.Struct, IsRefLikeType: false, IsStatic: false, IsUnboundGenericType: false };

    /// <summary>The type argument that the converter must implement.</summary>
    public static string NameOf(ITypeSymbol type) => CSharpNames.Message(type.WithNullableAnnotation(NullableAnnotation.NotAnnotated));

    // A generic type has one converter for all type arguments, which is checked for each use.
    private static bool Converts(INamedTypeSymbol converter, ITypeSymbol type, ParsingContext context)
    {
        var isDefinition = type is INamedTypeSymbol { IsGenericType: true, IsDefinition: true };
        var compilation = context.Symbols.Compilation;
        var plain = TupleNames.Remove(type, compilation);
        foreach (var converted in context.Symbols.Converters.TypesOf(converter))
        {
            if (SymbolEqualityComparer.Default.Equals(isDefinition ? converted.OriginalDefinition : TupleNames.Remove(converted, compilation), plain))
            {
                return true;
            }
        }

        return false;
    }
}
