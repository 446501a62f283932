using Camunda.ExternalTask.Tasks;

namespace Camunda.ExternalTask.Hosting;

/// <summary>The registration of one worker in the container.</summary>
internal sealed class WorkerRegistration(string name)
{
    public string Name { get; } = name;

    public List<HandlerInvoker> Handlers { get; } = [];

    /// <summary>The middleware around the handlers, the outermost first.</summary>
    public List<Func<TaskDelegate, TaskDelegate>> Middleware { get; } = [];

    /// <summary>The middleware classes that the container creates from their constructors.</summary>
    public List<ServiceCheck.MiddlewareType> MiddlewareTypes { get; } = [];

    /// <summary>The factories of the worker's observers, in the order of addition.</summary>
    public List<Func<IServiceProvider, IWorkerObserver>> Observers { get; } = [];

    /// <summary>The models to deploy before the worker starts with its host.</summary>
    public List<ModelDeployment> Deployments { get; } = [];

    /// <summary>Whether requests carry credentials, which must not be sent over plain HTTP.</summary>
    public bool HasCredentials { get; set; }

    /// <summary>Whether the address of each request is resolved.</summary>
    public bool HasAddressResolver { get; set; }

    /// <summary>Returns the name of the worker in the log: null if the application has no other worker.</summary>
    public string? LogNameAmong(IEnumerable<WorkerRegistration> all) => all.Skip(1).Any() ? Name.Length == 0 ? "default" : Name : null;

    public string PollingClient => $"Camunda.ExternalTask.{Name}.Polling";

    public string SettlingClient => $"Camunda.ExternalTask.{Name}.Settling";

    public string TokenClient => $"Camunda.ExternalTask.{Name}.Token";
}
