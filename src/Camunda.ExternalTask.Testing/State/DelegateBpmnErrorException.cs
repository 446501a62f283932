namespace Camunda.ExternalTask.Testing;

/// <summary>An implementation of a test throws a BPMN error, as a Java delegate does with <c>BpmnError</c>.</summary>
/// <param name="code">The error code.</param>
/// <param name="message">The error message; null for none.</param>
public sealed class DelegateBpmnErrorException(string code, string? message = null) : Exception(message ?? $"BPMN error '{code}'")
{
    /// <summary>The error code.</summary>
    public string Code => code;

    /// <summary>The error message; null if there is none.</summary>
    public string? ErrorMessage => message;
}
