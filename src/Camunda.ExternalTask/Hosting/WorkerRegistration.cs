using Camunda.ExternalTask.Tasks;
using Microsoft.Extensions.DependencyInjection;

namespace Camunda.ExternalTask.Hosting;

/// <summary>The registration of one worker in the container.</summary>
internal sealed class WorkerRegistration(string name)
{
    public string Name { get; } = name;

    /// <summary>The services of the host.</summary>
    public IServiceCollection Services { get; set; } = new ServiceCollection();

    public List<HandlerInvoker> Handlers { get; } = [];

    /// <summary>The middleware around the handlers, the outermost first.</summary>
    public List<Func<TaskDelegate, TaskDelegate>> Middleware { get; } = [];

    /// <summary>The middleware classes that the container creates from their constructors.</summary>
    public List<ServiceGraph.Class> MiddlewareTypes { get; } = [];

    /// <summary>The classes of observers that the container creates from their constructors.</summary>
    public List<ServiceGraph.Class> ObserverTypes { get; } = [];

    /// <summary>The factories of the worker's observers, in the order of addition.</summary>
    public List<Func<IServiceProvider, IWorkerObserver>> Observers { get; } = [];

    /// <summary>The models to deploy before the worker starts with its host.</summary>
    public List<ModelDeployment> Deployments { get; } = [];

    /// <summary>The path of the section with the options; empty if they are set in code.</summary>
    public string Section { get; set; } = "";

    /// <summary>Is told why a reloaded configuration cannot be used.</summary>
    public Action<string>? ReloadRefused { get; set; }

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
