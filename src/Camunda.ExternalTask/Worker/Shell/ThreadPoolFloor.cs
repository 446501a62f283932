namespace Camunda.ExternalTask.Worker.Shell;

/// <summary>
/// Raises the minimum of the thread pool to the slots of all workers of the process. Handlers that block hold a pool thread each, and beyond its minimum the pool adds only one or
/// two threads per second: polls, results and lock extensions would wait behind the handlers, and locks would expire.
/// </summary>
internal static class ThreadPoolFloor
{
    private static readonly Lock Sync = new();
    private static readonly int Initial = InitialMinimum();
    private static int _slots;

    /// <summary>Adds slots. The minimum is never lowered, also not below what the application has set.</summary>
    /// <param name="slots">How many handlers more may block at once.</param>
    public static void Add(int slots)
    {
        lock (Sync)
        {
            _slots += slots;
            ThreadPool.GetMinThreads(out var workers, out var completionPorts);
            ThreadPool.GetMaxThreads(out var most, out _);
            if (Math.Min(Initial + _slots, most) is var wanted && wanted > workers)
            {
                ThreadPool.SetMinThreads(wanted, completionPorts);
            }
        }
    }

    private static int InitialMinimum()
    {
        ThreadPool.GetMinThreads(out var workers, out _);
        return workers;
    }
}
