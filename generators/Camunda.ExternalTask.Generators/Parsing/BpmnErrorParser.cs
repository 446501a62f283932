using System.Linq;
using Camunda.ExternalTask.Generators.Models;
using Camunda.ExternalTask.Generators.Rules;
using Camunda.ExternalTask.Generators.Writing;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Generators.Parsing;

/// <summary>Parses a record with <c>[BpmnError]</c>.</summary>
internal static class BpmnErrorParser
{
    /// <summary>The model, or null if the generator skips the type.</summary>
    public static BpmnErrorModel? Parse(INamedTypeSymbol type, ParsingContext context)
    {
        if (AttributeReader.Find(type, context.Symbols.BpmnErrorAttribute, context.CancellationToken) is not { } attribute)
        {
            return null;
        }

        var typeModel = TypeShape.Parse(type, "BpmnError", mustBeConcrete: false, context);
        var isFine = typeModel is not null & IsErrorRecord(type, context) & HasCode(type, attribute, context) & IsFree(type, attribute, context);
        var properties = new PropertyParser(type, TypeRole.BpmnError, null, context).Parse();
        return isFine && properties is { } parsed
            ? new()
            {
                Type = typeModel! with { UsesObsolete = parsed.Any(static property => property.IsObsolete) },
                Code = attribute.First,
                Message = attribute.Text("Message"),
                HasBase = type.BaseType is { SpecialType: not SpecialType.System_Object },
                BaseError = BaseErrorOf(type, context),
                Properties = parsed,
            }
            : null;
    }

    private static string? BaseErrorOf(INamedTypeSymbol type, ParsingContext context) =>
        type.BaseType is { SpecialType: not SpecialType.System_Object } baseType && !SymbolEqualityComparer.Default.Equals(baseType, context.Symbols.BpmnError)
            ? CSharpNames.Code(baseType)
            : null;

    private static bool IsErrorRecord(INamedTypeSymbol type, ParsingContext context)
    {
        if (!type.IsRecord || type.IsValueType)
        {
            context.Report(ErrorRules.ErrorNotRecord, type, CSharpNames.Message(type));
            return false;
        }

        for (var current = type.BaseType; current is not null && current.SpecialType != SpecialType.System_Object; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current, context.Symbols.BpmnError)
                || AttributeReader.Find(current, context.Symbols.BpmnErrorAttribute, context.CancellationToken) is not null)
            {
                return true;
            }
        }

        if (type.BaseType is { SpecialType: not SpecialType.System_Object } foreign)
        {
            context.Report(ErrorRules.ErrorBaseTypeForeign, type, CSharpNames.Message(type), CSharpNames.Message(foreign));
            return false;
        }

        return true;
    }

    private static bool HasCode(INamedTypeSymbol type, AttributeReader attribute, ParsingContext context)
    {
        if (attribute.First.Value is not { } code || !string.IsNullOrWhiteSpace(code))
        {
            return true;
        }

        context.Report(ErrorRules.ErrorCodeBlank, attribute.FirstSyntax, type, CSharpNames.Message(type));
        return false;
    }

    private static bool IsFree(INamedTypeSymbol type, AttributeReader attribute, ParsingContext context)
    {
        var isFree = true;
        foreach (var name in (string[])["ErrorCode", "ErrorMessage", "Variables", "WriteVariables", OutputParser.JsonClassName])
        {
            if ((name != "ErrorMessage" || attribute.Has("Message")) && GeneratedParts.HasWrittenMember(type, name))
            {
                context.Report(DeclarationRules.GeneratedMemberExists, type, CSharpNames.Message(type), name);
                isFree = false;
            }
        }

        return isFree;
    }
}
