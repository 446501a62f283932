namespace Camunda.ExternalTask;

/// <summary>Reports a BPMN error from any call depth of a handler.</summary>
/// <param name="error">The error.</param>
public sealed class BpmnErrorException(BpmnError error) : Exception($"BPMN error '{error?.ErrorCode}'.")
{
    /// <summary>Reports an error without a generated type.</summary>
    /// <param name="errorCode">The code, case-sensitive; not blank.</param>
    /// <param name="errorMessage">The message for the catching event, or null.</param>
    public BpmnErrorException(string errorCode, string? errorMessage = null)
        : this(new BpmnError(errorCode, errorMessage))
    {
    }

    /// <summary>The error.</summary>
    public BpmnError Error { get; } = error ?? throw new ArgumentNullException(nameof(error));
}
