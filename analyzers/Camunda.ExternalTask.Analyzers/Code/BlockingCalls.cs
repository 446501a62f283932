using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Camunda.ExternalTask.Analyzers.Code;

/// <summary>Finds calls that wait without <c>await</c>.</summary>
internal static class BlockingCalls
{
    private const string Tasks = "System.Threading.Tasks";
    private const string Awaiters = "System.Runtime.CompilerServices";

    /// <summary>The text of the blocking member, or null.</summary>
    public static string? Find(IOperation operation, HandlerMethod method) => operation switch
    {
        IInvocationOperation { TargetMethod: { Name: "Sleep" } sleep } when IsIn(sleep, "System.Threading", "Thread") => "Thread.Sleep",
        IInvocationOperation { TargetMethod: { Name: "Wait" or "WaitAll" or "WaitAny" } wait } when IsIn(wait, Tasks, "Task") => $"Task.{wait.Name}",
        IInvocationOperation { TargetMethod: { Name: "GetResult" } result } call
            when result.ContainingType.Name.EndsWith("Awaiter", System.StringComparison.Ordinal) && IsIn(result.ContainingType.ContainingNamespace, Awaiters)
            && !IsOfAwaited(call.Instance, method) => "GetAwaiter().GetResult()",
        IPropertyReferenceOperation { Property: { Name: "Result" } property } reference
            when method.IsTask(property.ContainingType) && !IsAwaited(reference.Instance, method) => $"{property.ContainingType.Name}.Result",
        _ => null,
    };

    private static bool IsIn(IMethodSymbol method, string @namespace, string type) =>
        method.ContainingType.Name == type && IsIn(method.ContainingType.ContainingNamespace, @namespace);

    private static bool IsIn(INamespaceSymbol? symbol, string @namespace) => symbol?.ToDisplayString() == @namespace;

    private static bool IsOfAwaited(IOperation? awaiter, HandlerMethod method) =>
        awaiter is IInvocationOperation { TargetMethod.Name: "GetAwaiter", Instance: { } instance } && IsAwaited(instance, method);

    // After await Task.WhenAll(task), or behind a look at its state, the result is there.
    private static bool IsAwaited(IOperation? task, HandlerMethod method) =>
        SymbolOf(task) is { } symbol
        && HandlerMethod.AllIn(method.Block).Any(other => other switch
        {
            IAwaitOperation => HandlerMethod.AllIn(other).Any(part => HandlerMethod.Is(SymbolOf(part), symbol)),
            IPropertyReferenceOperation { Property.Name: "IsCompleted" or "IsCompletedSuccessfully", Instance: var checkedTask } =>
                HandlerMethod.Is(SymbolOf(checkedTask), symbol),
            _ => false,
        });

    private static ISymbol? SymbolOf(IOperation? operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };
}
