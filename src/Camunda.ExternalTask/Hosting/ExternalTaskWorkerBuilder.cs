using System.Reflection;
using Camunda.ExternalTask.Generated;
using Camunda.ExternalTask.Hosting;
using Camunda.ExternalTask.Tasks;
using Microsoft.Extensions.DependencyInjection;

namespace Camunda.ExternalTask;

/// <summary>Adds handlers, credentials and HTTP behavior to a worker.</summary>
public sealed partial class ExternalTaskWorkerBuilder
{
    private readonly WorkerRegistration _registration;

    internal ExternalTaskWorkerBuilder(IServiceCollection services, WorkerRegistration registration)
    {
        Services = services;
        _registration = registration;
    }

    /// <summary>The services of the host.</summary>
    public IServiceCollection Services { get; }

    /// <summary>The worker's name in the container, which is also the name of its options.</summary>
    public string Name => _registration.Name;

    /// <summary>
    /// Adds a handler that has generated code. The generated <c>AddHandlers()</c> calls this method for every handler of the assembly.
    /// </summary>
    /// <typeparam name="THandler">A class with <see cref="ExternalTaskHandlerAttribute"/>.</typeparam>
    public ExternalTaskWorkerBuilder AddHandler<THandler>()
        where THandler : class, IExternalTaskHandler<THandler>
    {
        _registration.Handlers.Add(new HandlerInvoker<THandler>());
        return this;
    }

    /// <summary>Adds a delegate as a handler. It fetches all variables, unless <paramref name="descriptor"/> selects some.</summary>
    /// <param name="topic">The topic, case-sensitive.</param>
    /// <param name="handler">Handles one task.</param>
    /// <param name="descriptor">Changes lock, retries, filters or variables; null keeps the defaults.</param>
    /// <exception cref="ArgumentException">The topic is null or blank.</exception>
    public ExternalTaskWorkerBuilder AddHandler(
        string topic, Func<ExternalTaskContext, CancellationToken, Task<TaskOutcome>> handler, Func<HandlerDescriptor, HandlerDescriptor>? descriptor = null)
    {
        _registration.Handlers.Add(DelegateInvoker.Create(topic, handler, descriptor));
        return this;
    }

    /// <summary>
    /// Deploys the models of an assembly before the worker starts with its host, if they have changed. The generated <c>DeployModels()</c> calls this method for the
    /// assembly of the project. A model that the engine refuses, or an engine that cannot be reached, stops the start.
    /// </summary>
    /// <param name="assembly">The assembly. The build embeds the <c>.bpmn</c>, <c>.dmn</c> and <c>.form</c> files of its project.</param>
    /// <param name="configure">Sets the name and tenant of the deployment.</param>
    public ExternalTaskWorkerBuilder AddModelDeployment(Assembly assembly, Action<ModelDeploymentOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        var options = new ModelDeploymentOptions();
        configure?.Invoke(options);
        _registration.Deployments.Add(new(assembly, options));
        return this;
    }

    /// <summary>
    /// Configures the two HTTP clients of the worker, one for polls and one for results: message handlers, proxies, certificates.
    /// </summary>
    /// <param name="configure">Configures a client; called once for each client.</param>
    public ExternalTaskWorkerBuilder ConfigureHttpClients(Action<IHttpClientBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        configure(Services.AddHttpClient(_registration.PollingClient));
        configure(Services.AddHttpClient(_registration.SettlingClient));
        return this;
    }

    /// <summary>Replaces the handler that sends the requests, for example with that of an engine in memory.</summary>
    /// <param name="create">Creates the handler; called once for each of the two clients.</param>
    public ExternalTaskWorkerBuilder ConfigurePrimaryHttpMessageHandler(Func<IServiceProvider, HttpMessageHandler> create) =>
        ConfigureHttpClients(client => client.ConfigurePrimaryHttpMessageHandler(create));
}
