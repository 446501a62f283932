namespace Batch;

/// <summary>Holds the first attempt in the middle of the file, so that the worker is stopped there.</summary>
public sealed class Interruption
{
    private const int Middle = 50_000;

    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Reached => _reached.Task;

    public Task PassAsync(int count, CancellationToken cancellationToken) =>
        count == Middle && _reached.TrySetResult() ? Task.Delay(Timeout.Infinite, cancellationToken) : Task.CompletedTask;
}
