namespace Camunda.ExternalTask;

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
