namespace LoanApproval;

/// <summary>Travels as text; the model's gateway compares it.</summary>
public enum RiskClass
{
    Low,
    Medium,
    High,
}
