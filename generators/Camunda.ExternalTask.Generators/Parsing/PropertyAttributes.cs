using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Generators.Parsing;

/// <summary>The library's attributes on a property, or on the constructor parameter that sets it, where a positional record has them.</summary>
internal readonly record struct PropertyAttributes(
    AttributeReader? Variable,
    AttributeReader? BusinessKey,
    AttributeReader? ExtensionProperty,
    AttributeReader? FromTask,
    AttributeReader? CorrelationKey,
    IReadOnlyList<AttributeReader> Converters)
{
    public int Count =>
        (Variable is null ? 0 : 1) + (BusinessKey is null ? 0 : 1) + (ExtensionProperty is null ? 0 : 1) + (FromTask is null ? 0 : 1);

    /// <summary>The converter that is set on the property, or null.</summary>
    public AttributeReader? Converter => Converters.Count > 0 ? Converters[0] : null;

    /// <summary>The name of the attribute that sets the property from the task; null if the property is a variable.</summary>
    public string? TaskAttribute => BusinessKey is not null ? "BusinessKey" : ExtensionProperty is not null ? "ExtensionProperty" : FromTask is not null ? "FromTask" : null;

    public static PropertyAttributes Of(IPropertySymbol property, IParameterSymbol? parameter, ParsingContext context)
    {
        var symbols = context.Symbols;
        return new(
            Find(symbols.VariableAttribute),
            Find(symbols.BusinessKeyAttribute),
            Find(symbols.ExtensionPropertyAttribute),
            Find(symbols.FromTaskAttribute),
            Find(symbols.CorrelationKeyAttribute),
            FindConverters());

        AttributeReader? Find(INamedTypeSymbol? attributeClass) =>
            AttributeReader.Find(property, attributeClass, context.CancellationToken)
            ?? (parameter is null ? null : AttributeReader.Find(parameter, attributeClass, context.CancellationToken));

        IReadOnlyList<AttributeReader> FindConverters()
        {
            var found = AttributeReader.FindAll(property, symbols.VariableConverterAttribute, context.CancellationToken);
            return found.Count > 0 || parameter is null ? found : AttributeReader.FindAll(parameter, symbols.VariableConverterAttribute, context.CancellationToken);
        }
    }
}
