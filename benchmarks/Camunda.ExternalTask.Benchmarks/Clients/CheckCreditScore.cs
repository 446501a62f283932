namespace Camunda.ExternalTask.Benchmarks;

[ExternalTaskHandler("creditScoreChecker")]
public sealed partial class CheckCreditScore
{
    public CreditScore Handle(CreditRequest input)
    {
        var score = CreditMath.ScoreOf(input.CustomerId, input.Amount, input.Currency);
        return new(score, CreditMath.RiskOf(score));
    }

    [TaskInput]
    public sealed partial record CreditRequest(string CustomerId, double Amount, string Currency);

    [TaskOutput]
    public sealed partial record CreditScore(int Score, string RiskClass);
}
