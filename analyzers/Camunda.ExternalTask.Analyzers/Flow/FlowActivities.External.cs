using System.Linq;

namespace Camunda.ExternalTask.Analyzers.Flow;

/// <content>External tasks: what their handlers read, write and report.</content>
internal sealed partial class FlowActivities
{
    private void ExecuteExternal(FlowElement element, FlowState state)
    {
        var node = element.Node;
        var contract = contracts.OfTask(graph.Process, node);
        if (contract is not null)
        {
            CheckInputs(element, contract, state);
        }

        // The worker's calls begin a transaction.
        state = state.In(new(TransactionKind.Complete, node.Id));
        foreach (var error in contract?.Errors ?? default)
        {
            errors.Throw(element, error.Variables.Aggregate(state, static (state, variable) => state.Write(variable)), error.Code);
        }

        if (contract is not { ReportsAny: false })
        {
            errors.Throw(element, state, code: null);
        }

        state = contract is null ? state.WithUnknownWriter() : contract.Writes.Aggregate(state, static (state, variable) => state.Write(variable));
        state = contract is { WritesAny: true } ? state.WithUnknownWriter() : state;
        foreach (var error in node.TaskErrors)
        {
            if (error.Expression is not { } expression)
            {
                continue;
            }

            var result = conditions.Evaluate(element, expression, state);
            if (result.AlwaysFails)
            {
                return;
            }

            errors.Throw(element, state.WithUnknownWriter(), graph.Model.ErrorCodeOf(error.ErrorRef));
            state = result.Can(ExpressionOutcomes.Opaque) ? state.WithUnknownWriter() : state;
        }

        Complete(element, state);
    }

    private void CheckInputs(FlowElement element, TaskContract contract, FlowState state)
    {
        foreach (var read in contract.Reads)
        {
            var fact = state.Read(read.Name);
            var kind = fact.IsAbsent && read.IsRequired ? FlowFindingKind.InputMissing
                : !read.Readable.MayInclude(fact) ? FlowFindingKind.InputUnreadable
                : (FlowFindingKind?)null;
            if (kind is { } found)
            {
                run.Report(new(found, element, element.Node.External!.Position)
                {
                    Variable = read.Name,
                    Property = read.Property,
                    Text = fact.Values.Count == 1 ? fact.Values[0] : null,
                    Types = fact.Types,
                    Transaction = state.Transaction,
                });
            }
        }
    }
}
