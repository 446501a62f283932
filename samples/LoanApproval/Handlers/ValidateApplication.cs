using Camunda.ExternalTask;

namespace LoanApproval.Handlers;

/// <summary>Takes out of the application what the next steps decide on.</summary>
[ExternalTaskHandler("applicationValidator")]
public sealed partial class ValidateApplication
{
    public TaskOutcome<CreditRequest> Handle(Input input) => input.Application switch
    {
        { Amount: <= 0 } => TaskOutcome.Incident("The amount must be more than nothing."),
        { TermInMonths: <= 0 } => TaskOutcome.Incident("The term must be at least a month."),
        var application => new CreditRequest(application.Applicant.CustomerId, application.Amount, application.Currency),
    };

    [TaskInput]
    public sealed partial record Input(Application Application);

    [TaskOutput]
    public sealed partial record CreditRequest(string CustomerId, decimal Amount, string Currency);
}
