using System.Collections.Generic;
using Camunda.ExternalTask.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Analyzers.Code;

/// <summary>A part of a handler's code, with the types that the rules look for.</summary>
/// <param name="Symbols">The types of library and framework.</param>
/// <param name="Block">The outermost operation of the method.</param>
internal sealed record HandlerMethod(KnownSymbols Symbols, IOperation Block)
{
    public bool IsTask(ITypeSymbol? type) =>
        type?.OriginalDefinition is { } definition
        && (Is(definition, Symbols.Task) || Is(definition, Symbols.TaskOfResult) || Is(definition, Symbols.ValueTask) || Is(definition, Symbols.ValueTaskOfResult));

    /// <summary>Whether a type is that of an outcome or of a BPMN error.</summary>
    public bool IsOutcome(ITypeSymbol? type)
    {
        if (type is null || Is(type, Symbols.TaskOutcome) || Is(type.OriginalDefinition, Symbols.TaskOutcomeOfOutput))
        {
            return type is not null;
        }

        for (var current = type; current is not null; current = current.BaseType)
        {
            if (Is(current, Symbols.BpmnError))
            {
                return true;
            }
        }

        return AttributeReader.Find(type, Symbols.BpmnErrorAttribute, default) is not null;
    }

    public static bool Is(ISymbol? symbol, ISymbol? other) => other is not null && SymbolEqualityComparer.Default.Equals(symbol, other);

    /// <summary>The operation without conversions.</summary>
    public static IOperation Unwrap(IOperation operation)
    {
        while (operation is Microsoft.CodeAnalysis.Operations.IConversionOperation conversion)
        {
            operation = conversion.Operand;
        }

        return operation;
    }

    public static IEnumerable<IOperation> AllIn(IOperation operation)
    {
        foreach (var child in operation.ChildOperations)
        {
            yield return child;
            foreach (var inner in AllIn(child))
            {
                yield return inner;
            }
        }
    }
}
