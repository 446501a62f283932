using Camunda.ExternalTask;

namespace LoanApproval.Handlers;

/// <summary>Says why. Whether the loan is affordable is known only where it was assessed.</summary>
[ExternalTaskHandler("requestRejecter")]
public sealed partial class RejectRequest
{
    public Rejection Handle(Input input) => new(input switch
    {
        { Affordable: false } => "The instalments are more than the income allows.",
        _ => $"A score of {input.Score} is too low.",
    });

    [TaskInput]
    public sealed partial record Input(int Score, bool? Affordable);

    [TaskOutput]
    public sealed partial record Rejection(string RejectionReason);
}
