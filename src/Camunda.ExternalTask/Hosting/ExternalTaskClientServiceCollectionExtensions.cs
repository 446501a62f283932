using Camunda.ExternalTask.Hosting;
using Camunda.ExternalTask;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds engine clients to a container.</summary>
public static class ExternalTaskClientServiceCollectionExtensions
{
    /// <summary>Adds <see cref="ExternalTaskClient"/> for calls outside of workers.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">
    /// Sets at least <see cref="ExternalTaskClientOptions.BaseAddress"/>, unless a resolver supplies the address of each request.
    /// </param>
    /// <returns>The builder of its HTTP client, for credentials, proxies and interceptors.</returns>
    public static IHttpClientBuilder AddExternalTaskClient(this IServiceCollection services, Action<ExternalTaskClientOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        var options = new ExternalTaskClientOptions();
        configure(options);

        // The container may create a client for each consumer. All of them share one worker id.
        options.WorkerId ??= ExternalTaskClient.NewWorkerId();
        return services
            .AddEngineHttpClient(nameof(ExternalTaskClient))
            .GuardRequests(_ => options.AllowInsecureCredentials)
            .AddTypedClient((http, provider) => new ExternalTaskClient(http, options, provider.GetService<TimeProvider>()));
    }
}
