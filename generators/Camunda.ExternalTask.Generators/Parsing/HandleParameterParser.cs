using System.Collections.Generic;
using Camunda.ExternalTask.Generators.Models;
using Camunda.ExternalTask.Generators.Rules;
using Camunda.ExternalTask.Generators.Writing;
using Camunda.ExternalTask.Shared;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Generators.Parsing;

/// <summary>Parses the parameters of a handle method: input, context and cancellation token, each at most once.</summary>
internal static class HandleParameterParser
{
    public static HandleMethodModel? Parse(IMethodSymbol method, HandleMethodModel model, ParsingContext context)
    {
        var parameters = new List<HandleParameterModel>();
        var isFine = true;
        foreach (var parameter in method.Parameters)
        {
            if (Classify(parameter, context) is not { } kind)
            {
                isFine = false;
                continue;
            }

            foreach (var other in parameters)
            {
                if (other.Kind == kind)
                {
                    ReportSecond(parameter, kind, context);
                    isFine = false;
                }
            }

            parameters.Add(new(kind));
            if (kind == HandleParameterKind.Input)
            {
                model = model with { InputType = CSharpNames.Code(parameter.Type.WithNullableAnnotation(NullableAnnotation.NotAnnotated)) };
            }
        }

        return isFine ? model with { Parameters = parameters.ToEquatableArray() } : null;
    }

    private static HandleParameterKind? Classify(IParameterSymbol parameter, ParsingContext context)
    {
        var type = parameter.Type;
        if (type.TypeKind == TypeKind.Error)
        {
            return null;
        }

        if (parameter.RefKind is RefKind.None or RefKind.In && !parameter.IsParams)
        {
            if (SymbolEqualityComparer.Default.Equals(type, context.Symbols.CancellationToken))
            {
                return HandleParameterKind.CancellationToken;
            }

            if (SymbolEqualityComparer.Default.Equals(type, context.Symbols.TaskContext))
            {
                return HandleParameterKind.Context;
            }

            if (type is INamedTypeSymbol named)
            {
                switch (IsInput(named, context))
                {
                    case true:
                        return HandleParameterKind.Input;
                    case false:
                        return null;
                }

                if (UserTypes.IsData(named, context))
                {
                    context.Report(DeclarationRules.InputTypeNotMarked, parameter, parameter.Name, CSharpNames.Message(type));
                    return null;
                }
            }
        }

        context.Report(DeclarationRules.HandleParameterUnsupported, parameter, parameter.Name, CSharpNames.Message(type));
        return null;
    }

    /// <summary>Whether a type is an input; false for an input that the generator skips, null for another type.</summary>
    private static bool? IsInput(INamedTypeSymbol type, ParsingContext context)
    {
        if (UserTypes.IsInput(type, context.Symbols))
        {
            return true;
        }

        return AttributeReader.Find(type, context.Symbols.TaskInputAttribute, context.CancellationToken) is null
            ? null
            : InputParser.Parse(type, context.Silent) is not null;
    }

    private static void ReportSecond(IParameterSymbol parameter, HandleParameterKind kind, ParsingContext context)
    {
        switch (kind)
        {
            case HandleParameterKind.Input:
                context.Report(DeclarationRules.SeveralInputs, parameter, parameter.Name, CSharpNames.Message(parameter.Type));
                break;
            case HandleParameterKind.Context:
                context.Report(DeclarationRules.SeveralContexts, parameter, parameter.Name);
                break;
            default:
                context.Report(DeclarationRules.SeveralCancellationTokens, parameter, parameter.Name);
                break;
        }
    }
}
