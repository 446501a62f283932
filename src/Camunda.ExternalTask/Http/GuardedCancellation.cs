namespace Camunda.ExternalTask.Http;

/// <summary>Cancels tokens whose callbacks are user code.</summary>
internal static class GuardedCancellation
{
    /// <summary>Cancels the tokens of a source, which may already be disposed.</summary>
    /// <returns>The exception of the callbacks, or null.</returns>
    public static Exception? TryCancel(this CancellationTokenSource source)
    {
        try
        {
            source.Cancel();
            return null;
        }
        catch (ObjectDisposedException)
        {
            return null;
        }
        catch (AggregateException exception) when (exception.InnerExceptions is [var single])
        {
            return single;
        }
        catch (Exception exception)
        {
            return exception;
        }
    }
}
