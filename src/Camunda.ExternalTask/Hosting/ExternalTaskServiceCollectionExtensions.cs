using Camunda.ExternalTask;
using Camunda.ExternalTask.Diagnostics;
using Camunda.ExternalTask.Hosting;
using Camunda.ExternalTask.Http.Interceptors;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds external-task workers to a host.</summary>
public static class ExternalTaskServiceCollectionExtensions
{
    /// <summary>Adds a worker that the host starts and stops.</summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="configure">Sets at least <see cref="ExternalTaskWorkerOptions.BaseAddress"/>, unless configuration does.</param>
    /// <returns>A builder for handlers, credentials and HTTP behavior.</returns>
    public static ExternalTaskWorkerBuilder AddCamundaExternalTasks(this IServiceCollection services, Action<ExternalTaskWorkerOptions>? configure = null) =>
        services.AddCamundaExternalTasks(Options.Options.DefaultName, configure);

    /// <summary>Adds a named worker, for hosts with several workers or engines.</summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="name">The worker's name; its options have the same name.</param>
    /// <param name="configure">Sets at least <see cref="ExternalTaskWorkerOptions.BaseAddress"/>, unless configuration does.</param>
    /// <returns>A builder for handlers, credentials and HTTP behavior.</returns>
    /// <exception cref="InvalidOperationException">A worker with this name has already been added.</exception>
    public static ExternalTaskWorkerBuilder AddCamundaExternalTasks(this IServiceCollection services, string name, Action<ExternalTaskWorkerOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        var builder = Add(services, new WorkerRegistration(name));
        if (configure is not null)
        {
            services.Configure(name, configure);
        }

        return builder;
    }

    /// <summary>Adds a worker that the host starts and stops, with options from a configuration section.</summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="section">
    /// The section. Its keys are the members of <see cref="ExternalTaskWorkerOptions"/>, and for single topics <c>Topics:{topic}:…</c> with
    /// the members of <see cref="TopicOptions"/>. Durations are written as <c>00:00:30</c> or <c>PT30S</c>. An unknown key, or a plain
    /// number as a duration, fails the start with an error that names the key.
    /// </param>
    /// <param name="configure">Sets further options. It runs after the configuration is bound and overrides it.</param>
    /// <returns>A builder for handlers, credentials and HTTP behavior.</returns>
    public static ExternalTaskWorkerBuilder AddCamundaExternalTasks(
        this IServiceCollection services, IConfiguration section, Action<ExternalTaskWorkerOptions>? configure = null) =>
        services.AddCamundaExternalTasks(Options.Options.DefaultName, section, configure);

    /// <summary>Adds a named worker with options from a configuration section.</summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="name">The worker's name; its options have the same name.</param>
    /// <param name="section">
    /// The section. Its keys are the members of <see cref="ExternalTaskWorkerOptions"/>, and for single topics <c>Topics:{topic}:…</c> with
    /// the members of <see cref="TopicOptions"/>. Durations are written as <c>00:00:30</c> or <c>PT30S</c>. An unknown key, or a plain
    /// number as a duration, fails the start with an error that names the key.
    /// </param>
    /// <param name="configure">Sets further options. It runs after the configuration is bound and overrides it.</param>
    /// <returns>A builder for handlers, credentials and HTTP behavior.</returns>
    /// <exception cref="InvalidOperationException">A worker with this name has already been added.</exception>
    public static ExternalTaskWorkerBuilder AddCamundaExternalTasks(
        this IServiceCollection services, string name, IConfiguration section, Action<ExternalTaskWorkerOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(section);
        var registration = new WorkerRegistration(name) { Section = SettingPath.Of(section) };
        var builder = Add(services, registration);
        services.AddSingleton<IValidateOptions<ExternalTaskWorkerOptions>>(new SectionCheck(name, section));
        services.AddSingleton<IOptionsChangeTokenSource<ExternalTaskWorkerOptions>>(provider => new CheckedReload(registration, section, provider));
        var options = services.AddOptions<ExternalTaskWorkerOptions>(name)
            .Configure(_ => KeyCheck.Check(name, section))
            .Configure(bound => new DurationConfiguration(section).Bind(bound, static binder => binder.ErrorOnUnknownConfiguration = true));
        if (configure is not null)
        {
            options.Configure(configure);
        }

        ConfiguredCredentials.AddTo(builder, section);

        return builder;
    }

    private static ExternalTaskWorkerBuilder Add(IServiceCollection services, WorkerRegistration added)
    {
        ArgumentNullException.ThrowIfNull(services);
        var name = added.Name;
        if (services.Any(service => service.ImplementationInstance is WorkerRegistration registration && registration.Name == name))
        {
            throw new InvalidOperationException($"A worker named '{name}' has already been added. Give the second worker another name.");
        }

        added.Services = services;
        services.AddSingleton(added);
        services.TryAddSingleton(TimeProvider.System);
        services.AddMetrics();
        services.TryAddSingleton<WorkerMetrics>();
        services.AddSingleton<IValidateOptions<ExternalTaskWorkerOptions>>(new OptionsCheck(added));
        services.AddOptions<ExternalTaskWorkerOptions>(name).ValidateOnStart();
        AddClient(services, added, added.PollingClient).ConfigurePrimaryHttpMessageHandler(static (handler, _) => KeepOutOfTraces(handler));
        AddClient(services, added, added.SettlingClient);
        services.AddKeyedSingleton(name, (provider, _) => new ExternalTaskWorker(added, provider));
        services.TryAddSingleton(provider => provider.GetRequiredKeyedService<ExternalTaskWorker>(name));
        services.AddSingleton<IHostedService>(provider => new ExternalTaskWorkerService(provider, name, provider.GetRequiredService<IOptionsMonitor<ExternalTaskWorkerOptions>>()));
        return new ExternalTaskWorkerBuilder(services, added);
    }

    /// <summary>Polls belong to no trace. Without a propagator, the handler starts no activity for them, also if the application listens to HTTP clients.</summary>
    private static void KeepOutOfTraces(HttpMessageHandler handler)
    {
        if (handler is SocketsHttpHandler sockets)
        {
            sockets.ActivityHeadersPropagator = null;
        }
    }

    private static IHttpClientBuilder AddClient(IServiceCollection services, WorkerRegistration registration, string client) => services
        .AddEngineHttpClient(client)
        .RemoveAllLoggers() // A client that polls constantly would fill the log at level Information.
        .ConfigureHttpClient((provider, http) =>
        {
            var options = provider.GetRequiredService<IOptionsMonitor<ExternalTaskWorkerOptions>>().Get(registration.Name);
            http.BaseAddress = registration.HasAddressResolver ? BaseAddressHandler.Placeholder : new Uri(options.BaseAddress!.AbsoluteUri.TrimEnd('/') + "/");
        })
        .GuardRequests(provider => provider.GetRequiredService<IOptionsMonitor<ExternalTaskWorkerOptions>>().Get(registration.Name).AllowInsecureCredentials);
}
