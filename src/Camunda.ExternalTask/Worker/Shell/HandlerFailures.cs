using Camunda.ExternalTask.Http;

namespace Camunda.ExternalTask.Worker.Shell;

/// <summary>What an exception that leaves a handler means for its task.</summary>
internal sealed class HandlerFailures(bool includeStackTrace, IReadOnlyList<Type> nonRetryable)
{
    private const int MaxDetailCharacters = 64 * 1024;

    public TaskOutcome ToOutcome(Exception exception) => exception switch
    {
        BpmnErrorException bpmnError => bpmnError.Error,
        VariableException or NonRetryableException => TaskOutcome.Incident(MessageOf(exception), DetailsOf(exception)),
        _ when IsNonRetryable(exception) => TaskOutcome.Incident(MessageOf(exception), DetailsOf(exception)),
        _ => new TaskFailure(MessageOf(exception), DetailsOf(exception)),
    };

    private bool IsNonRetryable(Exception exception)
    {
        foreach (var type in nonRetryable)
        {
            if (type.IsInstanceOfType(exception))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A user's exception may throw itself when it is asked for its text.</summary>
    private static string MessageOf(Exception exception)
    {
        try
        {
            return string.IsNullOrWhiteSpace(exception.Message) ? exception.GetType().Name : exception.Message;
        }
        catch (Exception)
        {
            return exception.GetType().Name;
        }
    }

    private string? DetailsOf(Exception exception)
    {
        if (!includeStackTrace)
        {
            return null;
        }

        try
        {
            var text = exception.ToString();
            return text.Length <= MaxDetailCharacters ? text : string.Concat(ErrorText.Cut(text, MaxDetailCharacters), "…");
        }
        catch (Exception)
        {
            return exception.StackTrace;
        }
    }
}
