namespace Camunda.ExternalTask;

/// <summary>Says that trying again makes no sense: the task becomes an incident at once, whatever retries it has left.</summary>
public class NonRetryableException : Exception
{
    /// <summary>Says why.</summary>
    /// <param name="message">What went wrong, for operators.</param>
    /// <param name="innerException">What caused it, or null.</param>
    public NonRetryableException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
