using System.Globalization;

namespace Camunda.ExternalTask.Benchmarks;

/// <summary>The facts of the task with a number, and what its completion must say.</summary>
internal static class StubTask
{
    public static string CustomerId(int number) => string.Create(CultureInfo.InvariantCulture, $"C-{number % 5_000:D5}");

    public static double Amount(int number) => 1_000 + number % 997 * 12.5;

    public static string Currency(int number) => number % 3 == 0 ? "USD" : "EUR";

    public static int Score(int number) => CreditMath.ScoreOf(CustomerId(number), Amount(number), Currency(number));

    public static string RiskClass(int number) => CreditMath.RiskOf(Score(number));
}
