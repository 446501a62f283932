using System.Collections.Concurrent;

namespace LoanApproval;

public sealed class LoanLedger : ILoanLedger
{
    private readonly ConcurrentDictionary<string, Loan> _loans = [];

    public string Open(string applicationId, decimal amount, decimal interestRate) =>
        _loans.GetOrAdd(applicationId, id => new Loan($"L-{id}", amount, interestRate)).Number;

    private sealed record Loan(string Number, decimal Amount, decimal InterestRate);
}
