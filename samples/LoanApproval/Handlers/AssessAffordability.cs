using Camunda.ExternalTask;

namespace LoanApproval.Handlers;

/// <summary>Compares the old and new installments with the share of the income that the model allows.</summary>
[ExternalTaskHandler("affordabilityAssessor")]
public sealed partial class AssessAffordability
{
    public Assessment Handle(Input input)
    {
        var application = input.Application;
        var installment = application.Amount / application.TermInMonths;
        var burden = application.Obligations.Sum(obligation => obligation.MonthlyInstallment) + installment;
        return new(burden <= application.Applicant.MonthlyIncome * input.MaximumBurden);
    }

    [TaskInput]
    public sealed partial record Input(Application Application, decimal MaximumBurden);

    [TaskOutput]
    public sealed partial record Assessment(bool Affordable);
}
