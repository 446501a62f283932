namespace Worker._1;

/// <summary>Replace it by the client of a real service.</summary>
public sealed class CreditBureau
{
    public Task<int?> ScoreOfAsync(string customerId, CancellationToken cancellationToken) =>
        Task.FromResult<int?>(customerId.StartsWith("C-", StringComparison.Ordinal) ? 712 : null);
}
