namespace LoanApproval;

/// <summary>A customer's application for a loan. It is stored in the process variable <c>application</c>.</summary>
public sealed record Application(Applicant Applicant, decimal Amount, string Currency, int TermInMonths, IReadOnlyList<Obligation> Obligations);
