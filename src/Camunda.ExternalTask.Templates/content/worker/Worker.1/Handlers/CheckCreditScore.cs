using Camunda.ExternalTask;

namespace Worker._1;

[ExternalTaskHandler(LoanApprovalBpmn.Topics.CreditScoreChecker, RetryCycle = "PT10S,PT1M,PT5M")]
public sealed partial class CheckCreditScore(CreditBureau bureau)
{
    public async Task<TaskOutcome<CreditScore>> HandleAsync(CreditRequest input, CancellationToken cancellationToken) =>
        await bureau.ScoreOfAsync(input.CustomerId, cancellationToken) is { } score ? new CreditScore(score) : new CustomerUnknown();

    [TaskInput]
    public sealed partial record CreditRequest(string CustomerId);

    [TaskOutput]
    public sealed partial record CreditScore(int Score);

    [BpmnError(LoanApprovalBpmn.ErrorCodes.CustomerUnknown)]
    public sealed partial record CustomerUnknown;
}
