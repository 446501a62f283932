namespace LoanApproval;

/// <summary>The risk of a loan. It is written as text, which a gateway of the model compares.</summary>
public enum RiskClass
{
    Low,
    Medium,
    High,
}
