namespace Camunda.ExternalTask.Tests.Worker.Shell;

[ExternalTaskHandler("topic")]
internal sealed partial class DoubleAmount
{
    public Output Handle(Input input) => new(input.Amount * 2);

    [TaskInput]
    internal sealed partial record Input(int Amount);

    [TaskOutput]
    internal sealed partial record Output(int Doubled);
}

[ExternalTaskHandler("topic", BusinessKey = "bk")]
internal sealed partial class UseScopedService(ScopedService service)
{
    public void Handle() => Assert.False(service.IsDisposed);
}

internal sealed class ScopedService : IDisposable
{
    private static int _disposed;

    public static int Disposed => _disposed;

    public bool IsDisposed { get; private set; }

    public void Dispose()
    {
        IsDisposed = true;
        Interlocked.Increment(ref _disposed);
    }
}
