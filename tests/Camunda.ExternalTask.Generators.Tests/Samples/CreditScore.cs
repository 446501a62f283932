using Camunda.ExternalTask;

namespace Acme.Loan;

public interface IScoreService
{
    Task<int> OfAsync(string customerId, CancellationToken cancellationToken);
}

[ExternalTaskHandler("creditScoreChecker", LockDuration = "PT1M", RetryCycle = "PT10S,PT1M,PT5M")]
public sealed partial class CheckCreditScore(IScoreService scores)
{
    public async Task<CreditScore> HandleAsync(CreditRequest input, CancellationToken cancellationToken) =>
        new(await scores.OfAsync(input.CustomerId, cancellationToken), input.Currency);
}

[TaskInput]
public sealed partial record CreditRequest(string CustomerId, double Amount, string Currency = "EUR");

[TaskOutput]
public sealed partial record CreditScore(int Score, [property: Variable(Scope = VariableScope.Local)] string? Source = null);
