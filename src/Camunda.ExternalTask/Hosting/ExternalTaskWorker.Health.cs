using Camunda.ExternalTask.Diagnostics;
using Camunda.ExternalTask.Worker.Core;
using Camunda.ExternalTask.Worker.Shell;

namespace Camunda.ExternalTask;

public sealed partial class ExternalTaskWorker
{
    internal WorkerHealth ReadHealth()
    {
        WorkerShell[] shells;
        WorkerState state;
        lock (_sync)
        {
            state = _isStopping ? WorkerState.Stopping : IsActive ? WorkerState.Active : WorkerState.Idle;
            shells = state == WorkerState.Idle ? [] : _shells.Running;
        }

        return new(
            state,
            _registration.HasAddressResolver ? null : _options.BaseAddress,
            shells.Select(static shell => shell.ReadHealth()).Aggregate(new CoreHealth(), CoreHealth.Worst));
    }
}
