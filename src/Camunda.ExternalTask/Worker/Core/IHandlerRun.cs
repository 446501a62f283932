namespace Camunda.ExternalTask.Worker.Core;

/// <summary>One run of a handler. The shell implements it; the core only keeps it with the task.</summary>
internal interface IHandlerRun
{
    /// <summary>How long the handler ran.</summary>
    TimeSpan Elapsed { get; }

    /// <summary>What the handler threw, or null.</summary>
    Exception? Failure { get; }

    /// <summary>The identification of the handler's activity for the next tasks (<c>traceparent</c>), or null.</summary>
    string? TraceParent => null;

    /// <summary>Cancels the handler's tokens.</summary>
    /// <returns>What the handler's cancellation callbacks threw, or null.</returns>
    Exception? Cancel(CancelReason reason);

    /// <summary>Waits until no other call changes the lock. Disposing the result lets the next call proceed.</summary>
    Task<IDisposable> TakeLockCallAsync(CancellationToken cancellationToken);
}
