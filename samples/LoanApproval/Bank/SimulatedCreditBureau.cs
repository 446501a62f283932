using System.Collections.Concurrent;

namespace LoanApproval;

/// <summary>
/// Simulates a credit bureau. It answers within milliseconds from a fixed register, and its first call for some customers fails.
/// </summary>
public sealed class SimulatedCreditBureau : ICreditBureau
{
    private readonly ConcurrentDictionary<string, bool> _called = [];

    public async Task<int?> ScoreOfAsync(string customerId, CancellationToken cancellationToken)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(2), cancellationToken);
        if (CreditRegister.IsHardToReach(customerId) && _called.TryAdd(customerId, true))
        {
            throw new HttpRequestException("The credit bureau did not answer.");
        }

        return CreditRegister.ScoreOf(customerId);
    }
}
