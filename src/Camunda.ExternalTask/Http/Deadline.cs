namespace Camunda.ExternalTask.Http;

/// <summary>
/// A token that is canceled after a timeout. Unlike the token source of the framework, it survives callbacks that throw. Message handlers
/// register such callbacks, and on a timer's thread their exception would terminate the process.
/// </summary>
internal sealed class Deadline : CancellationTokenSource
{
    private readonly ITimer _timer;

    public Deadline(TimeSpan timeout, TimeProvider time) =>
        _timer = time.CreateTimer(static state => ((Deadline)state!).Expire(), this, timeout, Timeout.InfiniteTimeSpan);

    /// <summary>The exception that a callback threw on expiry, or null.</summary>
    public Exception? CallbackFailure { get; private set; }

    /// <summary>Restarts the timeout.</summary>
    public void Restart(TimeSpan timeout) => _timer.Change(timeout, Timeout.InfiniteTimeSpan);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _timer.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Expire() => CallbackFailure = this.TryCancel();
}
