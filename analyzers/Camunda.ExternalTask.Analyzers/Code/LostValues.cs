using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Camunda.ExternalTask.Analyzers.Code;

/// <summary>Finds values that code creates and does not use: tasks, outcomes and exceptions.</summary>
internal static class LostValues
{
    /// <summary>The text of a task that a statement starts and nobody awaits, or null.</summary>
    public static string? Task(IExpressionStatementOperation statement, HandlerMethod method)
    {
        var value = HandlerMethod.Unwrap(statement.Operation);
        if (value is ISimpleAssignmentOperation { Target: IDiscardOperation } discard)
        {
            value = HandlerMethod.Unwrap(discard.Value);
        }

        return value is IInvocationOperation { TargetMethod: var called } && method.IsTask(value.Type) ? $"{called.ContainingType.Name}.{called.Name}" : null;
    }

    /// <summary>The text of an outcome or error that a statement creates, or null.</summary>
    public static string? Outcome(IExpressionStatementOperation statement, HandlerMethod method)
    {
        var value = HandlerMethod.Unwrap(statement.Operation);
        return value is IInvocationOperation or IObjectCreationOperation or IAwaitOperation && method.IsOutcome(value.Type)
            ? value.Type!.Name.StartsWith("TaskOutcome", System.StringComparison.Ordinal) ? "outcome" : $"BPMN error '{value.Type.Name}'"
            : null;
    }

    /// <summary>Whether a clause catches every exception and lets the handler go on.</summary>
    public static bool Swallows(ICatchClauseOperation clause, HandlerMethod method) =>
        clause.Filter is null
        && clause.ExceptionType is { } type
        && (type.SpecialType == SpecialType.System_Object || type.ToDisplayString() == "System.Exception")
        && !HandlerMethod.AllIn(clause.Handler).Any(part => part is IThrowOperation || IsStop(part) || method.IsOutcome(part.Type) || UsesException(part, clause));

    private static bool IsStop(IOperation part) => part is IBranchOperation { BranchKind: BranchKind.GoTo or BranchKind.Continue };

    // An exception that is stored is dealt with later.
    private static bool UsesException(IOperation part, ICatchClauseOperation clause) =>
        part is ISimpleAssignmentOperation { Value: var value }
        && HandlerMethod.Unwrap(value) is ILocalReferenceOperation { Local: var local }
        && clause.Locals.Contains(local);
}
