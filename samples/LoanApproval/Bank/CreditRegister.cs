using System.Globalization;

namespace LoanApproval;

/// <summary>The credit bureau's data. It is derived from the number in the customer's id, such as <c>C-00042</c>.</summary>
public static class CreditRegister
{
    public static int? ScoreOf(string customerId)
    {
        var number = NumberOf(customerId);
        return number % 25 == 7 ? null : 400 + (int)(number * 131L % 451);
    }

    /// <summary>Whether the first call for the customer fails.</summary>
    public static bool IsHardToReach(string customerId) => NumberOf(customerId) % 20 == 3;

    private static int NumberOf(string customerId) => int.Parse(customerId.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture);
}
