using Camunda.ExternalTask.Generators.Models;
using Camunda.ExternalTask.Generators.Rules;
using Camunda.ExternalTask.Generators.Writing;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Generators.Parsing;

/// <summary>Parses the return type of a handle method.</summary>
internal static class HandleResultParser
{
    public static HandleMethodModel? Parse(IMethodSymbol method, HandleMethodModel model, ParsingContext context)
    {
        if (method.ReturnsVoid)
        {
            if (method.IsAsync)
            {
                context.Report(AsyncRules.HandleAsyncVoid, method, method.Name);
                return null;
            }

            return model;
        }

        if (method.ReturnType is not INamedTypeSymbol returned || method.RefKind != RefKind.None)
        {
            context.Report(DeclarationRules.HandleReturnTypeUnsupported, method, method.Name, CSharpNames.Message(method.ReturnType));
            return null;
        }

        var symbols = context.Symbols;
        if (Is(returned, symbols.Task) || Is(returned, symbols.ValueTask))
        {
            return model with { Awaitable = Is(returned, symbols.Task) ? HandleAwaitable.Task : HandleAwaitable.ValueTask };
        }

        var isTask = Is(returned.OriginalDefinition, symbols.TaskOfResult);
        if (isTask || Is(returned.OriginalDefinition, symbols.ValueTaskOfResult))
        {
            model = model with { Awaitable = isTask ? HandleAwaitable.Task : HandleAwaitable.ValueTask };
            return ParseResult(returned.TypeArguments[0], method, model, context);
        }

        return ParseResult(returned, method, model, context);
    }

    private static HandleMethodModel? ParseResult(ITypeSymbol type, IMethodSymbol method, HandleMethodModel model, ParsingContext context)
    {
        if (type.TypeKind == TypeKind.Error)
        {
            return null;
        }

        if (type is INamedTypeSymbol named)
        {
            if (Is(named, context.Symbols.TaskOutcome))
            {
                return model with { Result = HandleResult.Outcome };
            }

            if (Is(named.OriginalDefinition, context.Symbols.TaskOutcomeOfOutput))
            {
                return IsOutput(named.TypeArguments[0], method, context)
                    ? model with { Result = HandleResult.OutcomeOfOutput, OutputType = TypeName(named.TypeArguments[0]) }
                    : null;
            }
        }

        return IsOutput(type, method, context) ? model with { Result = HandleResult.Output, OutputType = TypeName(type) } : null;
    }

    private static bool IsOutput(ITypeSymbol type, IMethodSymbol method, ParsingContext context)
    {
        if (type.TypeKind == TypeKind.Error)
        {
            return false;
        }

        if (type is INamedTypeSymbol named && !UserTypes.IsBpmnError(named, context))
        {
            if (AttributeReader.Find(named, context.Symbols.TaskOutputAttribute, context.CancellationToken) is not null
                && SymbolEqualityComparer.Default.Equals(named.ContainingAssembly, context.Symbols.Compilation.Assembly))
            {
                return OutputParser.Parse(named, context.Silent) is not null;
            }

            if (UserTypes.Implements(named, context.Symbols.TaskOutput) && !UserTypes.OnlyDerivesFromOutput(named, context))
            {
                return true;
            }

            if (UserTypes.IsData(named, context))
            {
                context.Report(DeclarationRules.OutputTypeNotMarked, method, method.Name, CSharpNames.Message(type));
                return false;
            }
        }

        context.Report(DeclarationRules.HandleReturnTypeUnsupported, method, method.Name, CSharpNames.Message(method.ReturnType));
        return false;
    }

    private static string TypeName(ITypeSymbol type) => CSharpNames.Code(type.WithNullableAnnotation(NullableAnnotation.NotAnnotated));

    private static bool Is(ITypeSymbol type, INamedTypeSymbol? other) => other is not null && SymbolEqualityComparer.Default.Equals(type, other);
}
