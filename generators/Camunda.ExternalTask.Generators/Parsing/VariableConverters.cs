using System;
using System.Collections.Generic;
using System.Linq;
using Camunda.ExternalTask.Generators.Rules;
using Camunda.ExternalTask.Generators.Writing;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Generators.Parsing;

/// <summary>Finds the converter of a property: that of the property, of its type, or of the assembly for its type.</summary>
internal sealed class VariableConverters
{
    private readonly KnownSymbols _symbols;
    private readonly Lazy<Dictionary<ITypeSymbol, INamedTypeSymbol>> _ofAssembly;

    public VariableConverters(KnownSymbols symbols)
    {
        _symbols = symbols;
        _ofAssembly = new(OfAssembly);
    }

    /// <summary>Finds the converter. The result is false if the property has one that generated code cannot use.</summary>
    /// <param name="property">The property.</param>
    /// <param name="type">Its type, without <c>Optional</c> and the outermost <c>?</c>.</param>
    /// <param name="own">The attribute of the property, or null.</param>
    /// <param name="owner">The type for which code is generated.</param>
    /// <param name="context">Receives the problems.</param>
    /// <param name="converter">The converter, or null.</param>
    public bool TryFind(
        IPropertySymbol property, ITypeSymbol type, AttributeReader? own, INamedTypeSymbol owner, ParsingContext context, out INamedTypeSymbol? converter)
    {
        SyntaxNode? place = null;
        if (own is not null)
        {
            place = own.FirstSyntax;
            converter = ConverterChecks.Named(own, type, place, property, context);
        }
        else if (AttributeReader.Find(type, _symbols.VariableConverterAttribute, context.CancellationToken) is { } ofType)
        {
            // A problem of a type in this assembly is reported at that type, and one of another assembly at the property.
            var isSaidThere = SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, _symbols.Compilation.Assembly);
            converter = ConverterChecks.Named(ofType, type, place, property, isSaidThere ? context.Silent : context);
        }
        else if (!_ofAssembly.Value.TryGetValue(TupleNames.Remove(type, _symbols.Compilation), out converter))
        {
            return true;
        }

        if (converter is null)
        {
            return false;
        }

        if (!IsAccessible(converter, owner))
        {
            context.Report(ConverterRules.ConverterNotAccessible, place, property, CSharpNames.Message(converter));
            return false;
        }

        if (!HasNullabilityOf(type, converter))
        {
            context.Report(ConverterRules.ConverterInvalid, place, property, CSharpNames.Message(converter), ConverterChecks.NameOf(type));
            return false;
        }

        return true;
    }

    /// <summary>The types that a converter supports, without the outermost <c>?</c>.</summary>
    public IEnumerable<ITypeSymbol> TypesOf(INamedTypeSymbol converter)
    {
        foreach (var contract in converter.AllInterfaces)
        {
            if (SymbolEqualityComparer.Default.Equals(contract.OriginalDefinition, _symbols.VariableConverter)
                && contract.TypeArguments[0] is { NullableAnnotation: not NullableAnnotation.Annotated } type)
            {
                yield return type;
            }
        }
    }

    // List<string> and List<string?> are the same type at run time, but the compiler would warn about the generated code.
    private bool HasNullabilityOf(ITypeSymbol type, INamedTypeSymbol converter)
    {
        foreach (var converted in TypesOf(converter))
        {
            if (SymbolEqualityComparer.Default.Equals(TupleNames.Remove(converted, _symbols.Compilation), TupleNames.Remove(type, _symbols.Compilation))
                && NestedNullability.AreSame(converted, type))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsAccessible(INamedTypeSymbol converter, INamedTypeSymbol owner)
    {
        for (var current = converter; current is not null; current = current.ContainingType)
        {
            if (current.IsFileLocal)
            {
                return false;
            }
        }

        return _symbols.Compilation.IsSymbolAccessibleWithin(converter, owner);
    }

    private Dictionary<ITypeSymbol, INamedTypeSymbol> OfAssembly()
    {
        var converters = new Dictionary<ITypeSymbol, INamedTypeSymbol>(SymbolEqualityComparer.Default);
        foreach (var attribute in _symbols.Compilation.Assembly.GetAttributes())
        {
            if (_symbols.VariableConverterAttribute is not { } known || !SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, known)
                || attribute.ConstructorArguments.Length == 0 || attribute.ConstructorArguments[0].Value is not INamedTypeSymbol converter
                || !ConverterChecks.IsUsable(converter))
            {
                continue;
            }

            foreach (var type in TypesOf(converter).Select(type => TupleNames.Remove(type, _symbols.Compilation)))
            {
                if (!converters.ContainsKey(type))
                {
                    converters.Add(type, converter);
                }
            }
        }

        return converters;
    }
}
