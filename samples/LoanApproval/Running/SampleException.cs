namespace LoanApproval.Running;

/// <summary>A problem that the user can solve. The message is one line.</summary>
internal sealed class SampleException(string message) : Exception(message);
