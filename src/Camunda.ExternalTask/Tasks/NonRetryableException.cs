namespace Camunda.ExternalTask;

/// <summary>Reports a failure that a retry cannot repair. The engine creates an incident immediately, whatever retries remain.</summary>
public class NonRetryableException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">The cause, for operators.</param>
    /// <param name="innerException">The exception that caused the failure, or null.</param>
    public NonRetryableException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
