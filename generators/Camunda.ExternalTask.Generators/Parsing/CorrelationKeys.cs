using Camunda.ExternalTask.Generators.Models;
using Camunda.ExternalTask.Generators.Rules;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Generators.Parsing;

/// <summary>Checks correlation keys: only a message has them, and the engine compares only values that it stores as they are.</summary>
internal static class CorrelationKeys
{
    public static bool Check(PropertyModel model, AttributeReader attribute, IPropertySymbol property, INamedTypeSymbol owner, ParsingContext context)
    {
        var (reason, remedy) = model switch
        {
            _ when AttributeReader.Find(owner, context.Symbols.MessageAttribute, context.CancellationToken) is null =>
                ("its type has no [Message]", "remove [CorrelationKey]"),
            { Value.Kind: ValueKind.Json } or { WrittenAs: EngineType.Json or EngineType.Object } =>
                ($"the engine does not compare variables of type {model.WrittenAs}", "use a text, number, date or truth value"),
            _ => (null, null),
        };
        if (reason is not null)
        {
            context.Report(DeclarationRules.CorrelationKeyInvalid, attribute.Place, property, property.Name, reason, remedy!);
        }

        return reason is null;
    }
}
