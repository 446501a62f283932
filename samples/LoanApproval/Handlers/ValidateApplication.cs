using Camunda.ExternalTask;

namespace LoanApproval.Handlers;

/// <summary>Extracts the data that the next steps need from the application.</summary>
[ExternalTaskHandler("applicationValidator")]
public sealed partial class ValidateApplication
{
    public TaskOutcome<CreditRequest> Handle(Input input) => input.Application switch
    {
        { Amount: <= 0 } => TaskOutcome.Incident($"The amount is {input.Application.Amount}; it must be positive. Correct the application."),
        { TermInMonths: <= 0 } => TaskOutcome.Incident($"The term is {input.Application.TermInMonths} months; it must be at least 1. Correct the application."),
        var application => new CreditRequest(application.Applicant.CustomerId, application.Amount, application.Currency),
    };

    [TaskInput]
    public sealed partial record Input(Application Application);

    [TaskOutput]
    public sealed partial record CreditRequest(string CustomerId, decimal Amount, string Currency);
}
