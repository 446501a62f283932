using System;
using System.Collections.Generic;
using Camunda.ExternalTask.Generators.Models;
using Camunda.ExternalTask.Generators.Rules;
using Camunda.ExternalTask.Generators.Writing;
using Camunda.ExternalTask.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Camunda.ExternalTask.Generators.Parsing;

/// <summary>Checks whether a type can have a generated part, and makes the heads of that part.</summary>
internal static class TypeShape
{
    /// <summary>The model of a type, or null if the generator skips it.</summary>
    /// <param name="type">The type.</param>
    /// <param name="attribute">The attribute's name as in code.</param>
    /// <param name="mustBeConcrete">Whether generated code creates instances.</param>
    /// <param name="context">Receives the problems.</param>
    public static TypeModel? Parse(INamedTypeSymbol type, string attribute, bool mustBeConcrete, ParsingContext context)
    {
        type = CSharpNames.Plain(type);
        var isFine = CanBeExtended(type, attribute, context) & IsConcrete(type, attribute, mustBeConcrete, context);
        var containers = new List<string>();
        for (var container = type.ContainingType; container is not null; container = container.ContainingType)
        {
            containers.Insert(0, Head(container));
        }

        var @namespace = type.ContainingNamespace is { IsGlobalNamespace: false } containing
            ? containing.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted))
            : "";

        return isFine && type.Name.Length > 0
            ? new()
            {
                Namespace = @namespace,
                Name = CSharpNames.TypeIdentifier(type.Name),
                FullName = CSharpNames.Code(type),
                HintName = HintName(type),
                Declaration = Head(type),
                Containers = containers.ToEquatableArray(),
                IsRecord = type.IsRecord,
                IsValueType = type.IsValueType,
            }
            : null;
    }

    private static bool CanBeExtended(INamedTypeSymbol type, string attribute, ParsingContext context)
    {
        var isFine = true;
        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (current.IsGenericType)
            {
                context.Report(DeclarationRules.TypeGeneric, type, CSharpNames.Message(type), attribute);
                return false;
            }

            if (current.IsRefLikeType || current.IsFileLocal)
            {
                var reason = current.IsRefLikeType ? "a ref struct" : "file-local";
                context.Report(DeclarationRules.TypeNotExtensible, type, CSharpNames.Message(type), attribute, reason);
                return false;
            }

            if (!IsPartial(current, context))
            {
                if (ReferenceEquals(current, type))
                {
                    context.Report(DeclarationRules.TypeNotPartial, type, CSharpNames.Message(type), attribute);
                }
                else
                {
                    context.Report(DeclarationRules.ContainingTypeNotPartial, current, CSharpNames.Message(current), CSharpNames.Message(type));
                }

                isFine = false;
            }
        }

        return isFine;
    }

    private static bool IsConcrete(INamedTypeSymbol type, string attribute, bool mustBeConcrete, ParsingContext context)
    {
        if (type.IsStatic || (mustBeConcrete && type.IsAbstract))
        {
            context.Report(DeclarationRules.TypeNotConcrete, type, CSharpNames.Message(type), attribute, type.IsStatic ? "static" : "abstract");
            return false;
        }

        return true;
    }

    private static bool IsPartial(INamedTypeSymbol type, ParsingContext context)
    {
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(context.CancellationToken) is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword))
            {
                return true;
            }
        }

        return false;
    }

    private static string Head(INamedTypeSymbol type)
    {
        var keyword = type switch
        {
            { IsRecord: true, IsValueType: true } => "record struct",
            { IsRecord: true } => "record",
            { TypeKind: TypeKind.Struct } => "struct",
            { TypeKind: TypeKind.Interface } => "interface",
            _ => "class",
        };

        return $"partial {keyword} {CSharpNames.TypeIdentifier(type.Name)}";
    }

    private static string HintName(INamedTypeSymbol type)
    {
        var name = type.Name;
        for (ISymbol? container = type.ContainingSymbol; container is INamedTypeSymbol or INamespaceSymbol { IsGlobalNamespace: false }; container = container.ContainingSymbol)
        {
            name = $"{container.Name}.{name}";
        }

        // Two generated files whose names differ only in case make the whole generator fail.
        return HasTwinOfAnotherCase(type) ? $"{name}.{StableHash(name):x8}" : name;
    }

    /// <summary>Whether the type, or a type or namespace that contains it, has a sibling whose name differs only in case.</summary>
    private static bool HasTwinOfAnotherCase(INamedTypeSymbol type)
    {
        for (ISymbol current = type; current.ContainingSymbol is INamespaceOrTypeSymbol container; current = container)
        {
            foreach (var sibling in container.GetMembers())
            {
                if (sibling is INamespaceOrTypeSymbol && sibling.Name != current.Name && sibling.Name.Equals(current.Name, StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static uint StableHash(string text)
    {
        var hash = 2_166_136_261;
        foreach (var letter in text)
        {
            hash = unchecked((hash ^ letter) * 16_777_619);
        }

        return hash;
    }
}
