using System.Collections.Immutable;
using System.Linq;
using Camunda.ExternalTask.Analyzers.Code;
using Camunda.ExternalTask.Analyzers.Contracts;
using Camunda.ExternalTask.Generators.Models;
using Camunda.ExternalTask.Generators.Parsing;
using Camunda.ExternalTask.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Camunda.ExternalTask.Analyzers.Rules;

/// <summary>Reports code in the methods of handlers that blocks, runs on alone, or loses results and exceptions.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HandlerCodeAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        CodeRules.BlockingCall, CodeRules.TaskUnobserved, CodeRules.TokenMissing, CodeRules.OutcomeIgnored, CodeRules.ExceptionSwallowed);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (KnownSymbols.Of(start.Compilation) is not { } symbols)
            {
                return;
            }

            start.RegisterOperationBlockAction(block =>
            {
                if (block.OwningSymbol is IMethodSymbol { MethodKind: MethodKind.Ordinary, ContainingType: var type } owner
                    && AttributeReader.Find(type, symbols.HandlerAttribute, block.CancellationToken) is not null)
                {
                    Check(block, owner, symbols);
                }
            });
        });
    }

    private static void Check(OperationBlockAnalysisContext context, IMethodSymbol owner, KnownSymbols symbols)
    {
        var handler = ParsedDeclaration.Of(owner.ContainingType, symbols, context.CancellationToken).Handler;
        var isHandleMethod = handler is not null && HandlerMethod.Is(HandleMethods.Of(owner.ContainingType, handler), owner);
        var takesToken = handler?.Method is { } handle && (handle.Takes(HandleParameterKind.CancellationToken) || handle.Takes(HandleParameterKind.Context));
        foreach (var block in context.OperationBlocks)
        {
            var method = new HandlerMethod(symbols, block);
            foreach (var operation in HandlerMethod.AllIn(block))
            {
                Check(context, operation, method);
            }

            if (isHandleMethod && !takesToken
                && HandlerMethod.AllIn(block).OfType<IAwaitOperation>().Select(static await => HandlerMethod.Unwrap(await.Operation)).Select(static task => CallOf(task))
                    .FirstOrDefault(call => call is not null && TokenOffers.Offers(call, symbols)) is { } offer)
            {
                context.ReportDiagnostic(Diagnostic.Create(CodeRules.TokenMissing, owner.Locations[0], owner.Name, offer.TargetMethod.Name));
            }
        }
    }

    // The call in await CallAsync().ConfigureAwait(false).
    private static IInvocationOperation? CallOf(IOperation task) =>
        task is IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: IInvocationOperation inner } ? inner : task as IInvocationOperation;

    // Without the semicolon of a statement.
    private static Location PlaceOf(IOperation operation) => (operation is IExpressionStatementOperation { Operation: var value } ? value : operation).Syntax.GetLocation();

    private static void Check(OperationBlockAnalysisContext context, IOperation operation, HandlerMethod method)
    {
        switch (operation)
        {
            case IExpressionStatementOperation statement when LostValues.Outcome(statement, method) is { } outcome:
                Report(CodeRules.OutcomeIgnored, outcome);
                break;
            case IExpressionStatementOperation statement when LostValues.Task(statement, method) is { } task:
                Report(CodeRules.TaskUnobserved, task);
                break;
            case ICatchClauseOperation clause when LostValues.Swallows(clause, method):
                context.ReportDiagnostic(Diagnostic.Create(CodeRules.ExceptionSwallowed, clause.Syntax.GetFirstToken().GetLocation()));
                break;
            default:
                if (BlockingCalls.Find(operation, method) is { } blocking)
                {
                    Report(CodeRules.BlockingCall, blocking);
                }

                break;
        }

        void Report(DiagnosticDescriptor rule, string text) => context.ReportDiagnostic(Diagnostic.Create(rule, PlaceOf(operation), text));
    }
}
