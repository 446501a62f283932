using System;
using System.Collections.Generic;
using Camunda.ExternalTask.Generators.Rules;
using Camunda.ExternalTask.Generators.Writing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Camunda.ExternalTask.Generators.Parsing;

/// <summary>Chooses the constructor of an input.</summary>
internal static class InputConstructor
{
    /// <summary>The primary constructor, the only one, or the only public one; null if none of these applies.</summary>
    public static IMethodSymbol? Choose(INamedTypeSymbol type, ParsingContext context)
    {
        if (PrimaryOf(type, context) is { } primary)
        {
            return primary;
        }

        var all = new List<IMethodSymbol>();
        var @public = new List<IMethodSymbol>();
        foreach (var constructor in type.InstanceConstructors)
        {
            if (IsCopyConstructor(constructor) || (type.IsValueType && constructor.IsImplicitlyDeclared && type.InstanceConstructors.Length > 1))
            {
                continue;
            }

            all.Add(constructor);
            if (constructor.DeclaredAccessibility == Accessibility.Public)
            {
                @public.Add(constructor);
            }
        }

        if (all.Count == 1 || @public.Count == 1)
        {
            return all.Count == 1 ? all[0] : @public[0];
        }

        context.Report(DeclarationRules.ConstructorAmbiguous, type, CSharpNames.Message(type), all.Count.ToString());
        return null;
    }

    /// <summary>The constructor whose parameters follow the type's name.</summary>
    public static IMethodSymbol? PrimaryOf(INamedTypeSymbol type, ParsingContext context)
    {
        foreach (var constructor in type.InstanceConstructors)
        {
            if (constructor.DeclaringSyntaxReferences.Length > 0
                && constructor.DeclaringSyntaxReferences[0].GetSyntax(context.CancellationToken) is TypeDeclarationSyntax)
            {
                return constructor;
            }
        }

        return null;
    }

    /// <summary>The parameter that sets a property: it has the same type and the same name, or else the same name in another case.</summary>
    public static IParameterSymbol? ParameterOf(IPropertySymbol property, IMethodSymbol constructor) =>
        ParameterOf(property, constructor, StringComparison.Ordinal) ?? ParameterOf(property, constructor, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether every parameter sets a property.</summary>
    public static bool IsMatched(IMethodSymbol constructor, INamedTypeSymbol type, ParsingContext context)
    {
        var properties = PropertyCollector.Of(type, TypeRole.Input, context);
        var isMatched = true;
        foreach (var parameter in constructor.Parameters)
        {
            var property = properties.Find(property => ReferenceEquals(ParameterOf(property, constructor), parameter));
            if (property is not null && parameter.RefKind is RefKind.None or RefKind.In)
            {
                continue;
            }

            if (parameter.Type.TypeKind != TypeKind.Error)
            {
                context.Report(VariableRules.ConstructorParameterUnmatched, parameter, parameter.Name, CSharpNames.Message(parameter.Type));
            }

            isMatched = false;
        }

        return isMatched;
    }

    private static IParameterSymbol? ParameterOf(IPropertySymbol property, IMethodSymbol constructor, StringComparison comparison)
    {
        foreach (var parameter in constructor.Parameters)
        {
            if (parameter.Name.Equals(property.Name, comparison)
                && SymbolEqualityComparer.Default.Equals(parameter.Type, property.Type))
            {
                return parameter;
            }
        }

        return null;
    }

    private static bool IsCopyConstructor(IMethodSymbol constructor) =>
        constructor.ContainingType.IsRecord && constructor.Parameters.Length == 1
        && SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type, constructor.ContainingType);
}
