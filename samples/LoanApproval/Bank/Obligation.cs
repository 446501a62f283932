namespace LoanApproval;

/// <summary>A loan or lease that the applicant already pays for.</summary>
public sealed record Obligation(string Creditor, decimal MonthlyInstallment);
