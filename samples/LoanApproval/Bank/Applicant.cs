namespace LoanApproval;

public sealed record Applicant(string CustomerId, string Name, decimal MonthlyIncome);
