using System.Collections.Concurrent;

namespace LoanApproval;

/// <summary>Answers as a bureau does: within milliseconds, from a fixed register, and now and then not at the first call.</summary>
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
