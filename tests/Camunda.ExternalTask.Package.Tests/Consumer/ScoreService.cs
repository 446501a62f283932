namespace Acme.Loans;

public interface IScoreService
{
    int? ScoreOf(string customerId);
}

public sealed class ScoreService : IScoreService
{
    public int? ScoreOf(string customerId) => customerId == "C-1" ? 712 : null;
}
