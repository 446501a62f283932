using System.Linq;
using Camunda.ExternalTask.Generators.Models;
using Camunda.ExternalTask.Generators.Rules;
using Camunda.ExternalTask.Generators.Writing;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Generators.Parsing;

/// <summary>Parses a type with <c>[TaskOutput]</c>.</summary>
internal static class OutputParser
{
    /// <summary>The nested class that stores the JSON types.</summary>
    public const string JsonClassName = "OutputJson";

    /// <summary>The model, or null if the generator skips the type.</summary>
    public static OutputModel? Parse(INamedTypeSymbol type, ParsingContext context) =>
        context.Reports
            ? context.Symbols.Outputs[CSharpNames.Plain(type)] = ParseAnew(type, context)
            : context.Symbols.Outputs.GetOrAdd(CSharpNames.Plain(type), type => ParseAnew(type, context));

    private static OutputModel? ParseAnew(INamedTypeSymbol type, ParsingContext context)
    {
        // The compiler reports the attribute on another kind of type.
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct))
        {
            return null;
        }

        var typeModel = TypeShape.Parse(type, "TaskOutput", mustBeConcrete: false, context);
        if (IsTaken(type, context) | typeModel is null)
        {
            return null;
        }

        return new PropertyParser(type, TypeRole.Output, null, context).Parse() is { } properties
            ? new() { Type = typeModel! with { UsesObsolete = properties.Any(static property => property.IsObsolete) }, Properties = properties }
            : null;
    }

    private static bool IsTaken(INamedTypeSymbol type, ParsingContext context)
    {
        if (GeneratedParts.HasWrittenImplementation(type, context.Symbols.TaskOutput, "WriteVariables"))
        {
            context.Report(DeclarationRules.GeneratedMemberExists, type, CSharpNames.Message(type), "WriteVariables");
            return true;
        }

        if (GeneratedParts.HasWrittenMember(type, JsonClassName))
        {
            context.Report(DeclarationRules.GeneratedMemberExists, type, CSharpNames.Message(type), JsonClassName);
            return true;
        }

        return false;
    }
}
