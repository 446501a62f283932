using System.Linq;
using Camunda.ExternalTask.Generators.Models;
using Camunda.ExternalTask.Generators.Rules;
using Camunda.ExternalTask.Generators.Writing;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Generators.Parsing;

/// <summary>Parses a type with <c>[TaskInput]</c>.</summary>
internal static class InputParser
{
    /// <summary>The nested class that stores the JSON types.</summary>
    public const string JsonClassName = "InputJson";

    /// <summary>The nested class that sets <c>init</c> properties after the input is created.</summary>
    public const string SettersClassName = "InputSetters";

    /// <summary>The model, or null if the generator skips the type.</summary>
    public static InputModel? Parse(INamedTypeSymbol type, ParsingContext context) =>
        context.Reports
            ? context.Symbols.Inputs[CSharpNames.Plain(type)] = ParseAnew(type, context)
            : context.Symbols.Inputs.GetOrAdd(CSharpNames.Plain(type), type => ParseAnew(type, context));

    private static InputModel? ParseAnew(INamedTypeSymbol type, ParsingContext context)
    {
        // The compiler reports the attribute on another kind of type.
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct))
        {
            return null;
        }

        var typeModel = TypeShape.Parse(type, "TaskInput", mustBeConcrete: true, context);
        if (IsTaken(type, context) | typeModel is null || InputConstructor.Choose(type, context) is not { } constructor)
        {
            return null;
        }

        var isMatched = InputConstructor.IsMatched(constructor, type, context);
        var properties = new PropertyParser(type, TypeRole.Input, constructor, context).Parse();
        return isMatched && properties is { } parsed
            ? new()
            {
                Type = typeModel! with { UsesObsolete = ObsoleteUses.Is(constructor, context) || parsed.Any(static property => property.IsObsolete) },
                Properties = parsed,
            }
            : null;
    }

    private static bool IsTaken(INamedTypeSymbol type, ParsingContext context)
    {
        if (GeneratedParts.HasWrittenImplementation(type, context.Symbols.TaskInput, "Read"))
        {
            context.Report(DeclarationRules.GeneratedMemberExists, type, CSharpNames.Message(type), "Read");
            return true;
        }

        foreach (var name in (string[])[JsonClassName, SettersClassName])
        {
            if (GeneratedParts.HasWrittenMember(type, name))
            {
                context.Report(DeclarationRules.GeneratedMemberExists, type, CSharpNames.Message(type), name);
                return true;
            }
        }

        return false;
    }
}
