namespace LoanApproval;

public interface ILoanLedger
{
    /// <summary>Opens a loan account, or finds the one that was opened for the application before: a task may come twice.</summary>
    /// <returns>The loan's number.</returns>
    string Open(string applicationId, decimal amount, decimal interestRate);
}
