using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Generators.Parsing;

/// <summary>Types of the framework that are not data, such as <c>HttpClient</c> and <c>Lazy&lt;T&gt;</c>.</summary>
internal static class FrameworkTypes
{
    private static readonly HashSet<string> DataNamespaces =
        ["System.Collections", "System.Drawing", "System.Numerics", "System.Text.Json", "System.Buffers"];

    private static readonly HashSet<string> Data =
        ["Tuple", "ValueTuple", "KeyValuePair", "Version", "Half", "Int128", "UInt128", "Index", "Range", "Memory", "ReadOnlyMemory", "ArraySegment", "DBNull", "DayOfWeek"];

    /// <summary>Whether a type has no JSON of its own: it belongs to the framework, and is neither a collection nor one of its types for data.</summary>
    public static bool HasNoJson(INamedTypeSymbol type)
    {
        if (!IsIn(type.ContainingNamespace, "System") || Data.Contains(type.Name) || IsEnumerable(type))
        {
            return false;
        }

        var @namespace = type.ContainingNamespace.ToDisplayString();
        foreach (var data in DataNamespaces)
        {
            if (@namespace == data || @namespace.StartsWith(data + ".", System.StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    // A namespace of a user's can begin with System as well, but not in an assembly of the framework.
    private static bool IsIn(INamespaceSymbol? @namespace, string root)
    {
        if (@namespace?.ContainingAssembly?.Name is not { } assembly
            || !(assembly.StartsWith("System", System.StringComparison.Ordinal) || assembly is "mscorlib" or "netstandard"))
        {
            return false;
        }

        for (var current = @namespace; current is { IsGlobalNamespace: false }; current = current.ContainingNamespace)
        {
            if (current.ContainingNamespace is { IsGlobalNamespace: true })
            {
                return current.Name == root;
            }
        }

        return false;
    }

    private static bool IsEnumerable(INamedTypeSymbol type)
    {
        foreach (var contract in type.AllInterfaces)
        {
            if (contract.SpecialType == SpecialType.System_Collections_IEnumerable)
            {
                return true;
            }
        }

        return type.SpecialType == SpecialType.System_Collections_IEnumerable;
    }
}
