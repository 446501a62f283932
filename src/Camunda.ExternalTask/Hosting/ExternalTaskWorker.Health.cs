namespace Camunda.ExternalTask;

public sealed partial class ExternalTaskWorker
{
    internal WorkerHealth ReadHealth()
    {
        WorkerShell[] shells;
        WorkerState state;
        lock (_sync)
        {
            state = !_isStarted || _isDrained ? WorkerState.Idle : _isStopping ? WorkerState.Stopping : WorkerState.Active;
            shells = state == WorkerState.Idle ? [] : [.. _shell is null ? [] : new[] { _shell }, .. _subscriptions.Select(static subscription => subscription.Shell)];
        }

        return new(
            state,
            _registration.HasAddressResolver ? null : _options.BaseAddress,
            shells.Select(static shell => shell.ReadHealth()).Aggregate(new CoreHealth(), CoreHealth.Worst));
    }
}
