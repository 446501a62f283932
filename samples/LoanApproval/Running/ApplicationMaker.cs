using System.Globalization;

namespace LoanApproval.Running;

/// <summary>Creates applications. The same number always yields the same application.</summary>
internal static class ApplicationMaker
{
    public static string IdOf(int number) => string.Create(CultureInfo.InvariantCulture, $"A-{number:D6}");

    public static Application Make(int number) => new(
        new Applicant(string.Create(CultureInfo.InvariantCulture, $"C-{number:D6}"), $"Customer {number}", MonthlyIncome: 1_800 + number * 613L % 5_200),
        Amount: 2_000 + number * 7_919L % 68_000,
        Currency: number % 10 == 0 ? "CHF" : "EUR",
        TermInMonths: 12 * (1 + number % 7),
        [.. Enumerable.Range(1, number % 4).Select(creditor => new Obligation($"Creditor {creditor}", 150))]);
}
