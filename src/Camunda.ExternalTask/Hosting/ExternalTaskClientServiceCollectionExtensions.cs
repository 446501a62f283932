using Camunda.ExternalTask.Hosting;
using Camunda.ExternalTask;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds clients of an engine to a container.</summary>
public static class ExternalTaskClientServiceCollectionExtensions
{
    /// <summary>Adds <see cref="ExternalTaskClient"/> for calls besides those of a worker.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets at least <see cref="ExternalTaskClientOptions.BaseAddress"/>, unless a resolver gives the address of each request.</param>
    /// <returns>The builder of its HTTP client, for credentials, proxies and interceptors.</returns>
    public static IHttpClientBuilder AddExternalTaskClient(this IServiceCollection services, Action<ExternalTaskClientOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        var options = new ExternalTaskClientOptions();
        configure(options);

        // The container may make a client for everyone who asks: they all are one worker.
        options.WorkerId ??= ExternalTaskClient.NewWorkerId();
        return services
            .AddEngineHttpClient(nameof(ExternalTaskClient))
            .GuardRequests(_ => options.AllowInsecureCredentials)
            .AddTypedClient((http, provider) => new ExternalTaskClient(http, options, provider.GetService<TimeProvider>()));
    }
}
