using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Generators.Parsing;

/// <summary>The types that a source-generated serializer context contains.</summary>
/// <remarks>
/// A context contains the types of <c>[JsonSerializable]</c> and those reachable from them: the types of their public and included properties
/// and fields (whether fields are written is decided at run time), elements and keys of collections, and declared derived types. It does not
/// contain a list of such a type.
/// </remarks>
internal sealed class JsonRegistrations
{
    private readonly HashSet<ITypeSymbol> _known = new(SymbolEqualityComparer.Default);
    private readonly KnownSymbols _symbols;

    private JsonRegistrations(KnownSymbols symbols) => _symbols = symbols;

    public static JsonRegistrations Of(INamedTypeSymbol contextType, KnownSymbols symbols, CancellationToken cancellationToken)
    {
        var registrations = new JsonRegistrations(symbols);
        foreach (var attribute in contextType.GetAttributes())
        {
            if (Is(attribute, symbols.JsonSerializableAttribute) && attribute.ConstructorArguments.Length > 0
                && attribute.ConstructorArguments[0].Value is ITypeSymbol type)
            {
                registrations.AddWithReachable(type, cancellationToken);
            }
        }

        return registrations;
    }

    public bool Knows(ITypeSymbol type) => _known.Contains(TupleNames.Remove(type, _symbols.Compilation));

    private static bool Is(AttributeData attribute, INamedTypeSymbol? attributeClass) =>
        attributeClass is not null && SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, attributeClass);

    private void AddWithReachable(ITypeSymbol root, CancellationToken cancellationToken)
    {
        var pending = new Stack<ITypeSymbol>();
        pending.Push(root);
        while (pending.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var type = TupleNames.Remove(pending.Pop(), _symbols.Compilation);
            if (!_known.Add(type))
            {
                continue;
            }

            switch (type)
            {
                case IArrayTypeSymbol array:
                    pending.Push(array.ElementType);
                    break;
                case INamedTypeSymbol named when IsCollection(named) || named.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T:
                    PushCollection(named, pending);
                    break;
                case INamedTypeSymbol { SpecialType: SpecialType.None, TypeKind: not TypeKind.Enum } named:
                    PushMembers(named, pending);
                    break;
            }
        }
    }

    private static bool IsCollection(INamedTypeSymbol type)
    {
        if (type.SpecialType == SpecialType.System_String)
        {
            return false;
        }

        if (type.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)
        {
            return true;
        }

        foreach (var contract in type.AllInterfaces)
        {
            if (contract.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)
            {
                return true;
            }
        }

        return false;
    }

    // The elements of a collection are serialized, but not its properties (Count, Comparer).
    private static void PushCollection(INamedTypeSymbol type, Stack<ITypeSymbol> pending)
    {
        foreach (var argument in type.TypeArguments)
        {
            pending.Push(argument);
        }

        foreach (var contract in type.AllInterfaces)
        {
            if (contract.OriginalDefinition.SpecialType != SpecialType.System_Collections_Generic_IEnumerable_T)
            {
                continue;
            }

            if (contract.TypeArguments[0] is INamedTypeSymbol { Name: "KeyValuePair", TypeArguments: { Length: 2 } pair })
            {
                pending.Push(pair[0]);
                pending.Push(pair[1]);
            }
            else
            {
                pending.Push(contract.TypeArguments[0]);
            }
        }
    }

    private void PushMembers(INamedTypeSymbol type, Stack<ITypeSymbol> pending)
    {
        foreach (var attribute in type.GetAttributes())
        {
            if (Is(attribute, _symbols.JsonDerivedTypeAttribute) && attribute.ConstructorArguments.Length > 0
                && attribute.ConstructorArguments[0].Value is ITypeSymbol derived)
            {
                pending.Push(derived);
            }
        }

        for (var current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            foreach (var member in current.GetMembers())
            {
                if (SerializedType(member) is { } memberType)
                {
                    pending.Push(memberType);
                }
            }
        }
    }

    private ITypeSymbol? SerializedType(ISymbol member)
    {
        if (member.IsStatic || member is not (IPropertySymbol { IsIndexer: false } or IFieldSymbol { IsImplicitlyDeclared: false }))
        {
            return null;
        }

        var isIncluded = member.DeclaredAccessibility == Accessibility.Public;
        foreach (var attribute in member.GetAttributes())
        {
            if (Is(attribute, _symbols.JsonIgnoreAttribute) && attribute.NamedArguments.IsEmpty)
            {
                return null;
            }

            isIncluded |= Is(attribute, _symbols.JsonIncludeAttribute);
        }

        return !isIncluded ? null : member is IPropertySymbol property ? property.Type : ((IFieldSymbol)member).Type;
    }
}
