namespace LoanApproval;

public interface ICreditBureau
{
    /// <summary>The customer's score from 400 to 850, or null for a customer the bureau does not know.</summary>
    /// <exception cref="HttpRequestException">The bureau does not answer.</exception>
    Task<int?> ScoreOfAsync(string customerId, CancellationToken cancellationToken);
}
