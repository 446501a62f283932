using System.Collections.Generic;
using Camunda.ExternalTask.Generators.Models;
using Camunda.ExternalTask.Generators.Rules;
using Camunda.ExternalTask.Generators.Writing;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Generators.Parsing;

/// <summary>Finds and parses the method that handles a task.</summary>
internal static class HandleMethodParser
{
    /// <summary>The names that a handle method can have.</summary>
    public static readonly string[] Names = ["Handle", "HandleAsync"];

    public static HandleMethodModel? Parse(INamedTypeSymbol handler, ParsingContext context)
    {
        if (Find(handler, context) is not { } method)
        {
            return null;
        }

        if (method.IsGenericMethod)
        {
            context.Report(DeclarationRules.HandleMethodGeneric, method, method.Name);
            return null;
        }

        var model = HandleParameterParser.Parse(method, new() { Name = method.Name, IsStatic = method.IsStatic }, context);
        var withResult = HandleResultParser.Parse(method, model ?? new() { Name = method.Name }, context);
        return model is null ? null : withResult;
    }

    // The methods of the class, or those of the nearest base class that has any.
    private static IMethodSymbol? Find(INamedTypeSymbol handler, ParsingContext context)
    {
        for (var type = handler; type is not null; type = type.BaseType)
        {
            var methods = new List<IMethodSymbol>();
            foreach (var name in Names)
            {
                foreach (var member in type.GetMembers(name))
                {
                    if (member is IMethodSymbol { MethodKind: MethodKind.Ordinary } method && IsCallable(method, handler, context))
                    {
                        methods.Add(method);
                    }
                }
            }

            if (methods.Count == 1)
            {
                return methods[0];
            }

            if (methods.Count > 1)
            {
                context.Report(DeclarationRules.HandleMethodAmbiguous, methods[1], CSharpNames.Message(handler), methods.Count.ToString());
                return null;
            }
        }

        context.Report(DeclarationRules.HandleMethodMissing, handler, CSharpNames.Message(handler));
        return null;
    }

    private static bool IsCallable(IMethodSymbol method, INamedTypeSymbol handler, ParsingContext context) =>
        context.Symbols.Compilation.IsSymbolAccessibleWithin(method, handler);
}
