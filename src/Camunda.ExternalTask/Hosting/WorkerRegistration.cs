using Camunda.ExternalTask.Tasks;

namespace Camunda.ExternalTask.Hosting;

/// <summary>What the container knows of one worker.</summary>
internal sealed class WorkerRegistration(string name)
{
    public string Name { get; } = name;

    public List<HandlerInvoker> Handlers { get; } = [];

    /// <summary>What stands around the handlers, the outermost first.</summary>
    public List<Func<TaskDelegate, TaskDelegate>> Middleware { get; } = [];

    /// <summary>The classes among the middleware that the container creates from their constructors.</summary>
    public List<ServiceCheck.MiddlewareType> MiddlewareTypes { get; } = [];

    /// <summary>Who observes the worker, in the order of addition.</summary>
    public List<Func<IServiceProvider, IWorkerObserver>> Observers { get; } = [];

    /// <summary>Whether requests carry credentials, which must not go over plain HTTP.</summary>
    public bool HasCredentials { get; set; }

    /// <summary>Whether each request asks for its address.</summary>
    public bool HasAddressResolver { get; set; }

    public string PollingClient => $"Camunda.ExternalTask.{Name}.Polling";

    public string SettlingClient => $"Camunda.ExternalTask.{Name}.Settling";

    public string TokenClient => $"Camunda.ExternalTask.{Name}.Token";
}
