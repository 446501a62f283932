using Camunda.ExternalTask;

namespace Acme.Loans;

[ExternalTaskHandler(LoanBpmn.Topics.CreditScoreChecker, RetryCycle = "R3/PT30S")]
public sealed partial class CheckCreditScore(IScoreService scores)
{
    public TaskOutcome<CreditScore> Handle(CreditRequest input) =>
        scores.ScoreOf(input.CustomerId) is { } score ? new CreditScore(score) : new CustomerUnknown();

    [TaskInput]
    public sealed partial record CreditRequest(string CustomerId);

    [TaskOutput]
    public sealed partial record CreditScore(int Score);

    [BpmnError(LoanBpmn.ErrorCodes.CustomerUnknown)]
    public sealed partial record CustomerUnknown;
}
