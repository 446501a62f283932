namespace Camunda.ExternalTask;

/// <summary>What the container knows of one worker.</summary>
internal sealed class WorkerRegistration(string name)
{
    public string Name { get; } = name;

    public List<HandlerInvoker> Handlers { get; } = [];

    public string PollingClient => $"Camunda.ExternalTask.{Name}.Polling";

    public string SettlingClient => $"Camunda.ExternalTask.{Name}.Settling";
}
