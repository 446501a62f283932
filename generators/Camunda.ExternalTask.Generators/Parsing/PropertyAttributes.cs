using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Generators.Parsing;

/// <summary>The library's attributes on a property, or on the constructor's parameter that fills it (where a positional record has them).</summary>
internal readonly record struct PropertyAttributes(
    AttributeReader? Variable,
    AttributeReader? BusinessKey,
    AttributeReader? ExtensionProperty,
    AttributeReader? TaskFact,
    IReadOnlyList<AttributeReader> Converters)
{
    public int Count =>
        (Variable is null ? 0 : 1) + (BusinessKey is null ? 0 : 1) + (ExtensionProperty is null ? 0 : 1) + (TaskFact is null ? 0 : 1);

    /// <summary>The converter of the property's own, or null.</summary>
    public AttributeReader? Converter => Converters.Count > 0 ? Converters[0] : null;

    /// <summary>The one that is no variable, as code writes it; null for a variable.</summary>
    public string? FactName => BusinessKey is not null ? "BusinessKey" : ExtensionProperty is not null ? "ExtensionProperty" : TaskFact is not null ? "TaskFact" : null;

    public static PropertyAttributes Of(IPropertySymbol property, IParameterSymbol? parameter, ParsingContext context)
    {
        var symbols = context.Symbols;
        return new(
            Find(symbols.VariableAttribute),
            Find(symbols.BusinessKeyAttribute),
            Find(symbols.ExtensionPropertyAttribute),
            Find(symbols.TaskFactAttribute),
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
