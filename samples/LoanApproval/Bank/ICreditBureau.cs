namespace LoanApproval;

public interface ICreditBureau
{
    /// <summary>Returns the customer's score from 400 to 850, or null if the bureau does not know the customer.</summary>
    /// <exception cref="HttpRequestException">The bureau did not answer.</exception>
    Task<int?> ScoreOfAsync(string customerId, CancellationToken cancellationToken);
}
