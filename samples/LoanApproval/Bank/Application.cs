namespace LoanApproval;

/// <summary>What a customer filled in. Travels as the process variable <c>application</c>.</summary>
public sealed record Application(Applicant Applicant, decimal Amount, string Currency, int TermInMonths, IReadOnlyList<Obligation> Obligations);
