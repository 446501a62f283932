namespace LoanApproval;

/// <summary>A loan or lease the applicant pays for already.</summary>
public sealed record Obligation(string Creditor, decimal MonthlyInstalment);
