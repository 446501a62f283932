namespace LoanApproval.Running;

/// <summary>Computes where an application must end. It repeats the bank's rules independently of process and handlers.</summary>
internal static class ExpectedEnding
{
    public static Ending Of(Application application)
    {
        var score = CreditRegister.ScoreOf(application.Applicant.CustomerId);
        if (score is null)
        {
            return Ending.IdentificationRequired;
        }

        var isSafe = score >= 700 && application.Currency == "EUR" && application.Amount <= 50_000m;
        var isTooRisky = score < 550;
        return isSafe || (!isTooRisky && CanPay(application)) ? Ending.LoanGranted : Ending.RequestRejected;
    }

    private static bool CanPay(Application application)
    {
        var budget = application.Applicant.MonthlyIncome * 0.4m;
        foreach (var obligation in application.Obligations)
        {
            budget -= obligation.MonthlyInstallment;
        }

        return application.Amount / application.TermInMonths <= budget;
    }
}
