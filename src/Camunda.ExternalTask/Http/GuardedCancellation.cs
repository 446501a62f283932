namespace Camunda.ExternalTask.Http;

/// <summary>Cancels tokens whose callbacks are other people's code.</summary>
internal static class GuardedCancellation
{
    /// <summary>Cancels the tokens of a source that may be disposed already.</summary>
    /// <returns>What the callbacks threw, or null.</returns>
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
