using Camunda.ExternalTask;

namespace Acme.Loans.Outbox;

[ExternalTaskHandler("grant-loan")]
public sealed partial class GrantLoan(LoanContext database)
{
    public async Task<TaskOutcome<Granted>> HandleAsync(Request input, CancellationToken cancellationToken)
    {
        var loan = new Loan { CustomerId = input.CustomerId, Amount = input.Amount };
        database.Loans.Add(loan);
        await database.SaveChangesAsync(cancellationToken);
        return input.Amount > 50_000 ? new LimitExceeded() : new Granted(loan.Id, Guid.NewGuid());
    }

    [TaskInput] public sealed partial record Request(string CustomerId, decimal Amount);
    [TaskOutput] public sealed partial record Granted(int LoanId, Guid Contract);
    [BpmnError("LIMIT_EXCEEDED")] public sealed partial record LimitExceeded;
}
