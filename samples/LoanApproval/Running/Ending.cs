namespace LoanApproval.Running;

/// <summary>The model's end events, by their ids.</summary>
internal enum Ending
{
    LoanGranted,
    RequestRejected,
    IdentificationRequired,
}
