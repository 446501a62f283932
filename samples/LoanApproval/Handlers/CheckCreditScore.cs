using Camunda.ExternalTask;

namespace LoanApproval.Handlers;

/// <summary>Asks the credit bureau, which sometimes does not answer and does not know every customer.</summary>
[ExternalTaskHandler("creditScoreChecker", LockDuration = "PT30S", RetryCycle = "R3/PT1S")]
public sealed partial class CheckCreditScore(ICreditBureau bureau)
{
    public async Task<TaskOutcome<CreditScore>> HandleAsync(CreditRequest input, CancellationToken cancellationToken)
    {
        if (await bureau.ScoreOfAsync(input.CustomerId, cancellationToken) is not { } score)
        {
            return new CustomerUnknown(input.CustomerId);
        }

        return new CreditScore(score, RiskOf(score, input));
    }

    private static RiskClass RiskOf(int score, CreditRequest request) => score switch
    {
        >= 700 when request is { Amount: <= 50_000, Currency: "EUR" } => RiskClass.Low,
        >= 550 => RiskClass.Medium,
        _ => RiskClass.High,
    };

    [TaskInput]
    public sealed partial record CreditRequest(string CustomerId, decimal Amount, string Currency = "EUR");

    [TaskOutput]
    public sealed partial record CreditScore(int Score, RiskClass RiskClass);

    [BpmnError("CUSTOMER_UNKNOWN", Message = "The credit bureau does not know the customer.")]
    public sealed partial record CustomerUnknown(string UnknownCustomerId);
}
