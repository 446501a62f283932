namespace LoanApproval.Running;

/// <summary>The end events of the model. The names are their ids.</summary>
internal enum Ending
{
    LoanGranted,
    RequestRejected,
    IdentificationRequired,
}
