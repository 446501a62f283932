using Camunda.ExternalTask;

namespace LoanApproval.Handlers;

/// <summary>Opens the loan account. The base rate is an input parameter of the model, which passes it as text.</summary>
[ExternalTaskHandler("loanGranter")]
public sealed partial class GrantLoan(ILoanLedger ledger)
{
    public Loan Handle(Input input)
    {
        var interestRate = input.BaseRate + (input.RiskClass == RiskClass.Low ? 0.5m : 2.25m);
        return new(ledger.Open(input.ApplicationId, input.Amount, interestRate), interestRate);
    }

    [TaskInput]
    public sealed partial record Input([property: BusinessKey] string ApplicationId, decimal Amount, RiskClass RiskClass, decimal BaseRate);

    [TaskOutput]
    public sealed partial record Loan(string LoanNumber, decimal InterestRate);
}
