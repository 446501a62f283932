using System.Linq;
using Camunda.ExternalTask.Generators.Models;
using Camunda.ExternalTask.Generators.Rules;
using Camunda.ExternalTask.Generators.Writing;
using Camunda.ExternalTask.Shared;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Generators.Parsing;

/// <summary>Parses a type with <c>[ProcessStart]</c>, <c>[Message]</c> or <c>[Signal]</c>. Its properties are those of an output.</summary>
internal static class ProcessPayloadParser
{
    public static ProcessPayloadModel? ParseStart(INamedTypeSymbol type, ParsingContext context) => Parse(type, ProcessPayloadKind.Start, context);

    public static ProcessPayloadModel? ParseMessage(INamedTypeSymbol type, ParsingContext context) => Parse(type, ProcessPayloadKind.Message, context);

    public static ProcessPayloadModel? ParseSignal(INamedTypeSymbol type, ParsingContext context) => Parse(type, ProcessPayloadKind.Signal, context);

    /// <summary>The nested class that stores the JSON types. A type can be several of these, and an output besides.</summary>
    public static string JsonClassName(ProcessPayloadKind kind) => $"{kind}Json";

    /// <summary>Whether a type has one of the attributes.</summary>
    public static bool IsPayload(INamedTypeSymbol type, ParsingContext context) =>
        Has(type, context.Symbols.ProcessStartAttribute, context) || Has(type, context.Symbols.MessageAttribute, context) || Has(type, context.Symbols.SignalAttribute, context);

    private static ProcessPayloadModel? Parse(INamedTypeSymbol type, ProcessPayloadKind kind, ParsingContext context)
    {
        var (attributeClass, contract, attributeName) = kind switch
        {
            ProcessPayloadKind.Start => (context.Symbols.ProcessStartAttribute, context.Symbols.ProcessStart, "ProcessStart"),
            ProcessPayloadKind.Message => (context.Symbols.MessageAttribute, context.Symbols.ProcessMessage, "Message"),
            _ => (context.Symbols.SignalAttribute, context.Symbols.ProcessSignal, "Signal"),
        };
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct)
            || AttributeReader.Find(type, attributeClass, context.CancellationToken) is not { } attribute)
        {
            return null;
        }

        var typeModel = TypeShape.Parse(type, attributeName, mustBeConcrete: false, context);
        var isFine = typeModel is not null & IsFree(type, contract, JsonClassName(kind), context) & HasName(type, attributeName, attribute, context);
        if (new PropertyParser(type, TypeRole.Payload, null, context).Parse() is not { } properties || !isFine)
        {
            return null;
        }

        // A type that is also a message has correlation keys. They are variables of its other roles.
        var keys = kind == ProcessPayloadKind.Message ? properties.Where(static property => property.IsCorrelationKey).ToList() : [];
        return new()
        {
            Type = typeModel! with { UsesObsolete = properties.Any(static property => property.IsObsolete) },
            Kind = kind,
            Name = attribute.First,
            Properties = properties.Where(property => !keys.Contains(property)).ToList().ToEquatableArray(),
            CorrelationKeys = keys.ToEquatableArray(),
        };
    }

    private static bool Has(INamedTypeSymbol type, INamedTypeSymbol? attributeClass, ParsingContext context) =>
        AttributeReader.Find(type, attributeClass, context.CancellationToken) is not null;

    private static bool HasName(INamedTypeSymbol type, string attributeName, AttributeReader attribute, ParsingContext context)
    {
        if (attribute.First.Value is not { } name || !string.IsNullOrWhiteSpace(name))
        {
            return true;
        }

        context.Report(DeclarationRules.ProcessNameBlank, attribute.FirstSyntax, type, CSharpNames.Message(type), attributeName);
        return false;
    }

    private static bool IsFree(INamedTypeSymbol type, INamedTypeSymbol? contract, string jsonClass, ParsingContext context)
    {
        var taken = GeneratedParts.HasWrittenImplementation(type, contract, "WriteVariables") ? "WriteVariables"
            : GeneratedParts.HasWrittenMember(type, jsonClass) ? jsonClass
            : null;
        if (taken is not null)
        {
            context.Report(DeclarationRules.GeneratedMemberExists, type, CSharpNames.Message(type), taken);
        }

        return taken is null;
    }
}
