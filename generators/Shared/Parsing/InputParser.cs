using Camunda.ExternalTask.Shared.Models;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Shared.Parsing;

/// <summary>Parses a type with <c>[TaskInput]</c>.</summary>
internal static class InputParser
{
    /// <summary>The nested class that keeps the JSON types.</summary>
    public const string JsonClassName = "InputJson";

    /// <summary>The nested class that reaches <c>init</c> properties after the input is made.</summary>
    public const string SettersClassName = "InputSetters";

    /// <summary>The model, or null if nothing can be generated.</summary>
    public static InputModel? Parse(INamedTypeSymbol type, ParsingContext context) =>
        context.Reports ? ParseAnew(type, context) : context.Symbols.Inputs.GetOrAdd(Names.Plain(type), type => ParseAnew(type, context));

    private static InputModel? ParseAnew(INamedTypeSymbol type, ParsingContext context)
    {
        var typeModel = TypeShape.Parse(type, "TaskInput", mustBeConcrete: true, context);
        if (IsTaken(type, context) | typeModel is null || InputConstructor.Choose(type, context) is not { } constructor)
        {
            return null;
        }

        var isMatched = InputConstructor.IsMatched(constructor, type, context);
        var properties = new PropertyParser(type, TypeRole.Input, constructor, context).Parse();
        return isMatched && properties is { } parsed ? new() { Type = typeModel!, Properties = parsed } : null;
    }

    private static bool IsTaken(INamedTypeSymbol type, ParsingContext context)
    {
        if (GeneratedParts.HasWrittenImplementation(type, context.Symbols.TaskInput, "Read"))
        {
            context.Report(DeclarationProblem.GeneratedMemberExists, type, Names.Message(type), "Read");
            return true;
        }

        foreach (var name in (string[])[JsonClassName, SettersClassName])
        {
            if (GeneratedParts.HasWrittenMember(type, name))
            {
                context.Report(DeclarationProblem.GeneratedMemberExists, type, Names.Message(type), name);
                return true;
            }
        }

        return false;
    }
}
