using Camunda.ExternalTask.Http;

namespace Camunda.ExternalTask.Worker.Shell;

/// <summary>Converts an exception of a handler into an outcome.</summary>
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

    /// <summary>The message of a user's exception can itself throw.</summary>
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
