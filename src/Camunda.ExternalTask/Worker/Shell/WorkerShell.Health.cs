using Camunda.ExternalTask.Worker.Core;

namespace Camunda.ExternalTask.Worker.Shell;

internal sealed partial class WorkerShell
{
    public CoreHealth ReadHealth()
    {
        lock (_sync)
        {
            return _core.ReadHealth(Now);
        }
    }
}
