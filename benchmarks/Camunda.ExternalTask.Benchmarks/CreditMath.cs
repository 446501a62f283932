namespace Camunda.ExternalTask.Benchmarks;

/// <summary>The work of a task: next to nothing, so that what is measured is the way to it and back.</summary>
internal static class CreditMath
{
    public static int ScoreOf(string customerId, double amount, string currency)
    {
        var seed = currency == "EUR" ? 17 : 23;
        foreach (var character in customerId)
        {
            seed = (seed * 31 + character) % 10_007;
        }

        return (seed + (int)amount) % 900 + 100;
    }

    public static string RiskOf(int score) => score switch
    {
        >= 700 => "low",
        >= 400 => "medium",
        _ => "high",
    };
}
