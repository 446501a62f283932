namespace LoanApproval.Running;

/// <summary>Something the user can put right; its message is one line.</summary>
internal sealed class SampleException(string message) : Exception(message);
