namespace Camunda.ExternalTask.Hosting;

/// <summary>Disposes asynchronous services for callers that cannot wait asynchronously, such as a container that is disposed synchronously.</summary>
internal static class SynchronousDisposal
{
    /// <summary>
    /// Disposes a service and blocks until it is disposed. The work runs on the thread pool, because the thread of the caller's synchronization context
    /// is blocked here.
    /// </summary>
    public static void DisposeAndWait(this IAsyncDisposable service) => Task.Run(() => service.DisposeAsync().AsTask()).GetAwaiter().GetResult();
}
