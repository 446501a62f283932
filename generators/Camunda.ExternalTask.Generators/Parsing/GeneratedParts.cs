using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Camunda.ExternalTask.Generators.Parsing;

/// <summary>Distinguishes written code from generated code, because analyzers see both.</summary>
internal static class GeneratedParts
{
    private const string GeneratorName = "Camunda.ExternalTask.Generators.Pipeline.ExternalTaskGenerator";

    /// <summary>Whether the user wrote a symbol, at least in part.</summary>
    public static bool IsWritten(ISymbol symbol)
    {
        foreach (var reference in symbol.DeclaringSyntaxReferences)
        {
            if (!IsGenerated(reference.SyntaxTree))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a type itself has a written implementation of a member of an interface.</summary>
    /// <remarks>The syntax comes first: the symbols of the members would be created for it, and in almost every type no member has the name.</remarks>
    public static bool HasWrittenImplementation(INamedTypeSymbol type, INamedTypeSymbol? contract, string member)
    {
        if (contract is null || !HasWrittenName(type, member))
        {
            return false;
        }

        // Without the generated part, the type may lack the interface in its base list.
        foreach (var written in type.GetMembers())
        {
            if (written is IMethodSymbol { MethodKind: MethodKind.ExplicitInterfaceImplementation } method && method.Name.EndsWith("." + member, StringComparison.Ordinal)
                && IsWritten(method) && Implements(method, contract))
            {
                return true;
            }
        }

        foreach (var implemented in type.AllInterfaces)
        {
            if (!SymbolEqualityComparer.Default.Equals(implemented.OriginalDefinition, contract))
            {
                continue;
            }

            foreach (var contractMember in implemented.GetMembers(member))
            {
                if (type.FindImplementationForInterfaceMember(contractMember) is { } implementation
                    && SymbolEqualityComparer.Default.Equals(implementation.ContainingType, type)
                    && IsWritten(implementation))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Whether a type has a written member of a name.</summary>
    public static bool HasWrittenMember(INamedTypeSymbol type, string name)
    {
        foreach (var member in type.GetMembers(name))
        {
            if (IsWritten(member))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasWrittenName(INamedTypeSymbol type, string member)
    {
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            if (IsGenerated(reference.SyntaxTree) || reference.GetSyntax() is not TypeDeclarationSyntax declaration)
            {
                continue;
            }

            foreach (var written in declaration.Members)
            {
                var name = written switch
                {
                    MethodDeclarationSyntax method => method.Identifier.ValueText,
                    PropertyDeclarationSyntax property => property.Identifier.ValueText,
                    _ => null,
                };
                if (name == member)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Whether the generator wrote a file.</summary>
    public static bool IsGenerated(SyntaxTree tree) => tree.FilePath.Contains(GeneratorName);

    private static bool Implements(IMethodSymbol method, INamedTypeSymbol contract)
    {
        foreach (var implemented in method.ExplicitInterfaceImplementations)
        {
            if (SymbolEqualityComparer.Default.Equals(implemented.ContainingType.OriginalDefinition, contract))
            {
                return true;
            }
        }

        return false;
    }
}
