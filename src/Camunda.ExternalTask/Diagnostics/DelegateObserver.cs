namespace Camunda.ExternalTask.Diagnostics;

/// <summary>An observer that is a delegate.</summary>
internal sealed class DelegateObserver(Action<WorkerEvent> observe, string name) : IWorkerObserver
{
    public string Name => name;

    public void OnEvent(in WorkerEvent occurrence) => observe(occurrence);
}
