namespace Camunda.ExternalTask.Http;

/// <summary>
/// A token that is cancelled after a time. Unlike the framework's own, it survives callbacks that throw: message handlers register some, and on a timer's thread
/// their exception would end the process.
/// </summary>
internal sealed class Deadline : CancellationTokenSource
{
    private readonly ITimer _timer;

    public Deadline(TimeSpan timeout, TimeProvider time) =>
        _timer = time.CreateTimer(static state => ((Deadline)state!).Expire(), this, timeout, Timeout.InfiniteTimeSpan);

    /// <summary>What a callback threw when the time was up, or null.</summary>
    public Exception? CallbackFailure { get; private set; }

    /// <summary>Starts the time again.</summary>
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
