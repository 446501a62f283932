using Camunda.ExternalTask;

namespace Acme.Loans.Outbox;

/// <summary>Commits the work of a handler together with its result, and returns the stored result if the task comes again.</summary>
public sealed class StoredResults(LoanContext database) : ITaskMiddleware
{
    public async ValueTask<TaskOutcome> InvokeAsync(ExternalTaskContext context, TaskDelegate next, CancellationToken cancellationToken)
    {
        if (await database.Results.FindAsync([context.TaskId], cancellationToken) is { } stored)
        {
            return TaskOutcome.Completed(StoredOutput.Restore(stored));
        }

        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var outcome = await next(context, cancellationToken);
        if (outcome.Kind == TaskOutcomeKind.Completed)
        {
            database.Results.Add(StoredOutput.Store(context.TaskId, outcome.Output));
            await database.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return outcome;
    }
}
