namespace LoanApproval;

public interface ILoanLedger
{
    /// <summary>
    /// Opens a loan account, or returns the existing one of the application, because the engine may deliver a task twice.
    /// </summary>
    /// <returns>The loan's number.</returns>
    string Open(string applicationId, decimal amount, decimal interestRate);
}
