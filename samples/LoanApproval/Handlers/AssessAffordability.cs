using Camunda.ExternalTask;

namespace LoanApproval.Handlers;

/// <summary>Compares the instalments, old and new, with the share of the income that the model allows.</summary>
[ExternalTaskHandler("affordabilityAssessor")]
public sealed partial class AssessAffordability
{
    public Assessment Handle(Input input)
    {
        var application = input.Application;
        var instalment = application.Amount / application.TermInMonths;
        var burden = application.Obligations.Sum(obligation => obligation.MonthlyInstalment) + instalment;
        return new(burden <= application.Applicant.MonthlyIncome * input.MaximumBurden);
    }

    [TaskInput]
    public sealed partial record Input(Application Application, decimal MaximumBurden);

    [TaskOutput]
    public sealed partial record Assessment(bool Affordable);
}
