using Camunda.ExternalTask;

namespace LoanApproval.Handlers;

/// <summary>States the reason of the rejection. <c>Affordable</c> is null if affordability was not assessed.</summary>
[ExternalTaskHandler("requestRejecter")]
public sealed partial class RejectRequest
{
    public Rejection Handle(Input input) => new(input switch
    {
        { Affordable: false } => "The installments are higher than the income allows.",
        _ => $"A score of {input.Score} is too low.",
    });

    [TaskInput]
    public sealed partial record Input(int Score, bool? Affordable);

    [TaskOutput]
    public sealed partial record Rejection(string RejectionReason);
}
